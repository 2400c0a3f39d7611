// Opens pages in a browser and prints a line for each problem; prints nothing where there is none.
//   node check.mjs BROWSER MODULES PAGE.html...
import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";

const [browserFile, modules, ...pages] = process.argv.slice(2);
const require = createRequire(modules + "/");
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await puppeteer.launch({
  executablePath: browserFile,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(file, {width, scheme, script}, problems) {
  const page = await browser.newPage();
  const address = pathToFileURL(file).href;
  page.on("request", request => { if (request.url() !== address) problems.push("request for " + request.url()); });
  page.on("console", message => { if (message.type() === "error") problems.push("console: " + message.text()); });
  page.on("pageerror", error => problems.push("error: " + error.message));
  page.on("dialog", dialog => { problems.push("dialog: " + dialog.message()); dialog.dismiss(); });
  await page.setViewport({width, height: 900});
  await page.setJavaScriptEnabled(script);
  await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
  await page.goto(address, {waitUntil: "load"});
  return page;
}

// By the protocol, as nothing can be evaluated where scripts are off.
async function checkLayout(page, width, script, problems) {
  const session = await page.createCDPSession();
  const {cssContentSize} = await session.send("Page.getLayoutMetrics");
  if (cssContentSize.width > width) problems.push("the page is " + cssContentSize.width + " wide");
  if (script) return;
  const {root} = await session.send("DOM.getDocument");
  const count = async selector =>
    (await session.send("DOM.querySelectorAll", {nodeId: root.nodeId, selector})).nodeIds.length;
  if (await count("#rows") === 1 && (await count("#rows .more .detail") === 0 || await count("#filters[hidden]") === 0))
    problems.push("it is not complete without scripts");
}

// A text that is wider than its cell covers that of the next one.
async function checkCells(page, problems) {
  const wide = await page.evaluate(() => [...document.querySelectorAll("td, th")].filter(cell => {
    if (!cell.offsetHeight || cell.clientWidth < 2) return false;
    const text = document.createRange();
    text.selectNodeContents(cell);
    return text.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1;
  }).map(cell => cell.innerText).slice(0, 3));
  if (wide.length > 0) problems.push("cells that are too narrow: " + wide.join(" | "));
}

// A text that is outside of its chart is cut.
async function checkCharts(page, problems) {
  const cut = await page.evaluate(() => [...document.querySelectorAll("svg text")].filter(text => {
    const {x, width} = text.getBBox();
    return width > 0 && (x < 0 || x + width > text.ownerSVGElement.viewBox.baseVal.width);
  }).map(text => text.textContent).slice(0, 3));
  if (cut.length > 0) problems.push("texts that are cut in a chart: " + cut.join(" | "));
}

async function checkRules(page, problems) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"]}));
  for (const rule of found.violations)
    problems.push("axe " + rule.id + ": " + rule.help + ": "
      + rule.nodes.slice(0, 3).map(node => node.html).join(" | "));
}

async function checkScript(page, problems) {
  const rows = await page.$$("#rows > tbody");
  if (rows.length === 0) return;
  for (const number of new Set([0, rows.length - 1])) {
    const button = await rows[number].$(".open");
    await button.focus();
    await page.keyboard.press("Enter");
    const shown = await rows[number].evaluate(row =>
      row.querySelector(".open").ariaExpanded === "true" && row.rows[1].offsetHeight > 60);
    if (!shown) problems.push("row " + (number + 1) + " does not open by keyboard");
  }
  await page.type("#search", "no such endpoint");
  if (await page.evaluate(() => [...document.querySelectorAll("#rows > tbody")].some(row => !row.hidden)))
    problems.push("the search hides nothing");
  await page.evaluate(() => { document.querySelector("#filters").reset(); });
  await page.type("#search", " ");
  await page.click("#rows > thead th:nth-child(4) button");
  const calls = await page.evaluate(() =>
    [...document.querySelectorAll("#rows > tbody")].map(row => +row.dataset.s.split(" ")[1]));
  if (calls.some((count, at) => at > 0 && count > calls[at - 1])) problems.push("sorting by calls does not sort");
}

for (const file of pages) {
  for (const width of [320, 1280, 3840]) {
    for (const scheme of ["light", "dark"]) {
      for (const script of [true, false]) {
        if (!script && (width !== 1280 || scheme !== "light")) continue;
        const problems = [];
        const page = await open(file, {width, scheme, script}, problems);
        await checkLayout(page, width, script, problems);
        if (script) await checkCells(page, problems);
        if (script) await checkCharts(page, problems);
        if (script) await checkScript(page, problems);
        const ruled = width === 320 ? scheme === "light" : width === 1280 && scheme === "dark";
        if (script && ruled) await checkRules(page, problems);
        problems.forEach(problem => console.log(`${file} ${width} ${scheme} script=${script}: ${problem}`));
        await page.close();
      }
    }
  }
}
await browser.close();
