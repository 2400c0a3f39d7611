package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Program;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook that {@code report} writes. */
class WorkbookTest {
    @TempDir
    private static Path folder;

    private static Path book;
    private static SortedMap<String, String> parts;

    @BeforeAll
    static void writeTheWorkbook() throws IOException {
        book = folder.resolve("report.xlsx");
        Cli.run("report", "sample-logs", "-o", book, "--at", "2017-02-15").exits(0);
        parts = parts(book);
    }

    private static SortedMap<String, String> parts(Path file) throws IOException {
        SortedMap<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static List<String> all(String regex, String part) {
        return Pattern.compile(regex)
                .matcher(parts.getOrDefault(part, ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void hasASheetForEachTable() {
        assertEquals(
                List.of("Order", "All columns", "Waves", "Quotas", "Cost", "Hazards", "Patterns", "Compare", "About"),
                all("<sheet name=\"[^\"]*", "xl/workbook.xml").stream()
                        .map(sheet -> sheet.substring("<sheet name=\"".length()))
                        .toList());
    }

    @Test
    void keepsTheHeaderInViewAndFilters() {
        for (int sheet = 1; sheet <= 9; sheet++) {
            String part = "xl/worksheets/sheet" + sheet + ".xml";
            assertEquals(1, all("state=\"frozen\"", part).size(), part);
            assertEquals(1, all("<autoFilter ref=\"A1:", part).size(), part);
            assertEquals(List.of(), all("<f>", part), "no formula");
        }
    }

    @Test
    void wasMadeWhenTheLastCountedRowWas() {
        assertTrue(parts.get("docProps/core.xml").contains(">2017-02-21T20:59:55Z</dcterms:created>"));
    }

    @Test
    void hasTheSamePartsForTheSameLogs() throws IOException {
        Path again = folder.resolve("again.xlsx");
        Cli.run("report", "sample-logs", "-o", again, "--at", "2017-02-15", "--threads", "1")
                .exits(0);
        assertEquals(parts, parts(again));
        assertArrayEquals(Files.readAllBytes(book), Files.readAllBytes(again));
    }

    @Test
    void holdsTextsAsTexts() throws IOException {
        Path log = new TestLog()
                .rows(20, "GET", "/=HYPERLINK(1)/a", 200)
                .rows(20, "GET", "/%EC%83%81%ED%92%88/list", 200)
                .to(folder.resolve("logs/formula.gz"));
        Path file = folder.resolve("formula.xlsx");
        Cli.run("rank", log, "-o", file).exits(0);
        SortedMap<String, String> written = parts(file);

        assertTrue(written.get("xl/sharedStrings.xml").contains(">GET /=HYPERLINK("));
        String letters = Pattern.compile("&#x([0-9a-fA-F]+);")
                .matcher(written.get("xl/sharedStrings.xml"))
                .replaceAll(each -> Character.toString(Integer.parseInt(each.group(1), 16)));
        assertTrue(letters.contains("상품"), "letters are letters");
        written.forEach((name, part) -> assertFalse(part.contains("<f>"), name));
    }

    @Test
    @Tag("slow")
    @Tag("foreign")
    void opensInLibreOfficeWithTheCellsOfTheCsv() throws Exception {
        Program.needs("soffice");
        Path file = folder.resolve("order.xlsx");
        Cli.run("rank", "sample-logs", "-o", file).exits(0);
        // The second sheet, as CSV with a comma, quotes and UTF-8, cells as they are formatted.
        Program.of(
                        "soffice",
                        "-env:UserInstallation=file://" + folder.resolve("office"),
                        "--headless",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .run()
                .printed();
        Path converted = folder.resolve("order-All columns.csv");
        List<CSVRecord> cells =
                CSVFormat.RFC4180.parse(Files.newBufferedReader(converted)).getRecords();
        List<CSVRecord> expected = CSVFormat.RFC4180
                .parse(new java.io.StringReader(Cli.run("rank", "sample-logs", "--stability", "--decode", "--quiet")
                        .exits(0)
                        .out()))
                .getRecords();
        assertEquals(expected.size(), cells.size());
        for (int row = 0; row < cells.size(); row++) {
            assertEquals(plain(expected.get(row)), plain(cells.get(row)));
        }
    }

    /** Cells in one form: numbers and percentages as numbers, instants without their letters. */
    private static List<String> plain(CSVRecord row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row) {
            String text = cell.replaceFirst("^'(?=[=+@-])", "");
            if (text.matches("-?[0-9]+([.][0-9]+)?%?")) {
                BigDecimal number = new BigDecimal(text.replace("%", ""));
                text = Double.toString((text.endsWith("%") ? number.movePointLeft(2) : number).doubleValue());
            }
            cells.add(
                    text.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\dZ?")
                            ? text.replaceAll("[TZ ]", "")
                            : text);
        }
        return cells;
    }
}
