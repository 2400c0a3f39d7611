package dev.pathrank.report.html;

import dev.pathrank.report.WholeReport;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** A whole report as one HTML page: it loads nothing, and is complete without its script. */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes the page.
     *
     * @param out flushed and left open; must encode as UTF-8, as the page says
     */
    public static void write(WholeReport report, Writer out) throws IOException {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        try {
            engine.render("page.jte", view(report), new WriterOutput(out));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        out.flush();
    }

    private static PageView view(WholeReport report) throws IOException {
        PageText text = new PageText(report.options());
        FirstView first = FirstSection.of(report, text);
        return new PageView(
                head(first),
                first,
                OrderSection.of(report, text),
                report.plan() == null ? null : new PlanSection(report.plan(), text).view(),
                StaysSection.of(report, text),
                report.patterns() == null ? null : PatternsSection.of(report.patterns(), report.options(), text),
                report.comparison() == null ? null : AfterSection.of(report.comparison(), text),
                AboutSection.of(report, text));
    }

    private static PageView.Head head(FirstView first) throws IOException {
        String style = resource("page.css");
        String script = resource("page.js");
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
        String title = first.first() == null
                ? first.lead() + first.rest()
                : first.lead() + first.first().text() + first.rest();
        return new PageView.Head(
                "pathrank: " + title,
                policy,
                output -> output.writeContent(style),
                output -> output.writeContent(script));
    }

    /** Returns one of our own files, which stand in the page as they are. */
    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
