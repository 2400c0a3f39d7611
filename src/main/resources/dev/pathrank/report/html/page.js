
"use strict";
(() => {
  const find = (query, from) => (from || document).querySelector(query);
  const all = (query, from) => [...(from || document).querySelectorAll(query)];
  /* Makes an element; children are elements or texts, and nothing is ever read as HTML. */
  const make = (tag, attributes, ...children) => {
    const svg = ["svg", "rect", "path"].includes(tag);
    const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const name in attributes) made.setAttribute(name, attributes[name]);
    made.append(...children);
    return made;
  };
  document.documentElement.classList.add("js");

  const table = find("#rows");
  if (table) order();
  for (const box of all(".copy")) {
    const button = make("button", {type: "button"}, "Copy");
    button.addEventListener("click", () => {
      const text = find("pre", box).textContent;
      const done = () => { button.textContent = "Copied"; };
      const select = () => {
        getSelection().selectAllChildren(find("pre", box));
        button.textContent = "Press Ctrl+C";
      };
      if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, select); else select();
    });
    box.append(button);
  }

  function order() {
    const bodies = [...table.tBodies];
    const source = find("#rest");
    const rest = source ? JSON.parse(source.textContent) : null;
    const text = bodies.map(body => body.rows[0].textContent.toLowerCase());
    const place = new Map(bodies.map((body, at) => [body, at]));

    bodies.forEach((body, at) => {
      const cell = find("th", body.rows[0]);
      const name = find(".name", cell);
      const button = make("button", {type: "button", class: "open", "aria-expanded": "false"});
      cell.append(button);
      button.append(name);
      button.addEventListener("click", () => toggle(body, at, button));
    });

    function toggle(body, at, button) {
      const row = body.rows[1] || drawn(body, at);
      const open = row.classList.toggle("on");
      find("details", row).open = open;
      button.setAttribute("aria-expanded", open);
    }

    function drawn(body, at) {
      const row = make("tr", {class: "more"}, make("td", {colspan: 8}, make("details", {},
        make("summary", {}, "Details"), detail(rest.rows[at + 1 - rest.first]))));
      body.append(row);
      return row;
    }

    /* ---- what a row opens to, drawn from its figures ---- */
    function figure(number) {
      const [whole, part] = String(number).split(".");
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, rest.signs[0]);
      return part === undefined ? grouped : grouped + rest.signs[1] + part;
    }

    function pairs(type, list) {
      const made = make("dl", {class: type});
      for (let i = 0; i < list.length; i += 2) {
        const pair = [make("dt", {}, list[i]), make("dd", {}, list[i + 1])];
        made.append(...type === "parts" ? [make("div", {}, ...pair)] : pair);
      }
      return made;
    }

    function detail([points, week, firstDay, days, durations, facts, hazards, columns]) {
      const box = make("div", {class: "detail"});
      if (points.length) box.append(score(points));
      box.append(make("div", {}, make("h3", {}, "The move"), pairs("facts", facts)));
      const label = "Origin calls by day of the week and hour";
      if (week.length) box.append(
        make("div", {class: "heatbox", tabindex: 0, role: "group", "aria-label": label}, heat(week)),
        calendar(firstDay, days));
      if (durations.length) box.append(histogram(durations));
      if (hazards.length) box.append(make("div", {}, make("h3", {}, "Hazards"), pairs("facts", hazards)));
      const named = rest.columns.flatMap((name, at) => columns[at] ? [name, columns[at]] : []);
      box.append(make("details", {class: "figures all"}, make("summary", {}, "All columns"), pairs("columns", named)));
      return box;
    }

    function score(points) {
      const title = "Score " + figure(points[4].toFixed(1));
      const label = title + " of 100, in parts";
      const svg = make("svg", {class: "score", viewBox: "0 0 300 8", role: "img", "aria-label": label},
        make("rect", {class: "empty", width: 300, height: 8}));
      let x = 0;
      const parts = [];
      rest.parts.forEach((part, at) => {
        svg.append(make("rect", {class: "part" + at, x, width: Math.max(0, 3 * points[at] - 1), height: 8}));
        x += 3 * points[at];
        parts.push(part, figure(points[at].toFixed(1)) + " of " + rest.weights[at]);
      });
      return make("div", {}, make("h3", {}, title), svg, pairs("parts", parts));
    }

    function heat(week) {
      const most = Math.max(...week);
      const head = make("tr", {}, make("td"));
      for (let hour = 0; hour < 24; hour++)
        head.append(make("th", {scope: "col"}, hour % 3 ? make("i", {}, String(hour)) : String(hour)));
      const made = make("table", {class: "heat"},
        make("caption", {}, "Origin calls by day of the week and hour"), head);
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].forEach((day, at) => {
        const row = make("tr", {}, make("th", {scope: "row"}, day));
        for (const calls of week.slice(24 * at, 24 * at + 24))
          row.append(make("td", calls ? {class: "h" + Math.ceil(6 * Math.sqrt(calls / most))} : {}, figure(calls)));
        made.append(row);
      });
      return made;
    }

    function calendar(first, days) {
      const step = first < 0 ? 7 : 1;
      const unit = first < 0 ? "week" : "day";
      const date = at => {
        const day = new Date((Math.abs(first) + at * step) * 864e5);
        return day.getUTCDate() + " " + "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[day.getUTCMonth()];
      };
      const most = Math.max(...days);
      const width = 300 / days.length;
      const gap = width > 4 ? 1.5 : 0;
      const path = days.map((calls, at) => calls
        ? `M${at * width} 56V${56 - Math.max(1, 56 * calls / most)}H${(at + 1) * width - gap}V56Z` : "").join("");
      const title = "Origin calls by " + unit;
      const figures = make("table", {class: "small"}, make("caption", {}, title));
      days.forEach((calls, at) => figures.append(make("tr", {}, make("th", {scope: "row"}, date(at)),
        make("td", {class: "n"}, figure(calls)))));
      return make("div", {}, make("h3", {}, title),
        make("svg", {class: "days", viewBox: "0 0 300 56", role: "img", "aria-label": title},
          make("path", {class: "fill", d: path})),
        make("p", {class: "span"}, make("span", {}, date(0)), make("span", {}, date(days.length - 1))),
        make("details", {class: "figures"}, make("summary", {}, "The figures"), figures));
    }

    function histogram(durations) {
      const names = ["10 ms", "20 ms", "50 ms", "100 ms", "200 ms", "500 ms",
        "1 s", "2 s", "5 s", "10 s", "29 s", "longer"];
      const most = Math.max(...durations);
      const made = make("table", {class: "small"}, make("caption", {}, "Timed origin calls by duration"));
      durations.forEach((calls, at) => made.append(make("tr", {}, make("th", {scope: "row"}, names[at]),
        make("td", {class: "b b" + Math.ceil(20 * calls / most)}), make("td", {class: "n"}, figure(calls)))));
      return make("div", {}, made);
    }

    /* ---- search, filter, sort ---- */
    const form = find("#filters");
    const value = id => { const field = find("#" + id); return field ? field.value : ""; };
    const apply = () => {
      const words = value("search").toLowerCase().split(/\s+/).filter(word => word);
      let shown = 0;
      bodies.forEach((body, at) => {
        const fits = words.every(word => text[at].includes(word))
          && (!value("kind") || body.dataset.k === value("kind"))
          && (!value("method") || find("b", body).textContent === value("method"))
          && (!value("wave") || body.dataset.w === value("wave"));
        body.hidden = !fits;
        shown += fits;
      });
      find("#shown").textContent = shown === bodies.length ? "" : shown + " of " + bodies.length + " rows";
    };
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", event => event.preventDefault());

    const heads = [...table.tHead.rows[0].cells];
    const keys = {0: 0, 1: "name", 3: 1, 4: 2, 5: 3, 6: 4, 7: 5};
    const sorts = new Map(bodies.map(body => [body, body.dataset.s.split(" ").map(Number)]));
    const key = (body, by) => by === "name" ? find("code", body).textContent : sorts.get(body)[by];
    heads.forEach((head, column) => {
      if (!(column in keys)) return;
      const button = make("button", {type: "button"}, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const by = keys[column];
        const usual = by === 0 || by === "name" || by === 5;
        const up = head.hasAttribute("aria-sort") ? head.getAttribute("aria-sort") !== "ascending" : usual;
        heads.forEach(other => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const sorted = [...bodies].sort((left, right) => {
          const a = key(left, by), b = key(right, by);
          return (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1) || place.get(left) - place.get(right);
        });
        table.append(...sorted);
      });
    });
  }
})();
