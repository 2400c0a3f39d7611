package dev.pathrank.report.html;

import dev.pathrank.plan.PlanOptions;
import dev.pathrank.report.RunSummary;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.DetailView.Pair;
import dev.pathrank.report.plan.LogLimits;
import java.util.ArrayList;
import java.util.List;

/** What the page is of: window, options, version and sources, the account of rows, and what logs cannot tell. */
final class AboutSection {
    private static final int GAPS = 12;

    private final WholeReport.About about;
    private final PageText text;

    private AboutSection(WholeReport.About about, PageText text) {
        this.about = about;
        this.text = text;
    }

    static AboutView of(WholeReport report, PageText text) {
        AboutSection section = new AboutSection(report.about(), text);
        List<Pair> facts = new ArrayList<>(section.facts());
        if (report.plan() != null) {
            facts.addAll(section.plan(report.plan().plan().options()));
        }
        List<String> limits = LogLimits.of(FirstSection.rows(report)).stream()
                .map(words -> words.replace("`", ""))
                .toList();
        return new AboutView(
                section.about.notices().stream().map(text::shown).toList(), limits, facts, section.account());
    }

    private List<Pair> facts() {
        List<Pair> facts = new ArrayList<>();
        if (about.window().lastSeen() > 0) {
            facts.add(new Pair(
                    "counted calls from",
                    text.minute(about.window().firstSeen()) + " to "
                            + text.minute(about.window().lastSeen()) + " " + text.zoneName()));
        }
        List<RunSummary.Hours> missing = about.summary().missingHours();
        if (missing != null && !missing.isEmpty()) {
            facts.add(new Pair("hours without log", gaps(missing)));
        }
        facts.add(new Pair(
                "complete", about.summary().complete() ? "yes" : "no: something was left out, see the account below"));
        facts.add(new Pair("sources", text.shown(String.join(", ", about.sources()))));
        facts.add(new Pair("options", about.given().isEmpty() ? "none" : text.shown(String.join(" ", about.given()))));
        facts.add(new Pair("made by", about.version()));
        return facts;
    }

    private String gaps(List<RunSummary.Hours> missing) {
        List<String> words = missing.stream()
                .limit(GAPS)
                .map(hours -> text.shortMinute(hours.from().getEpochSecond()) + " to "
                        + text.shortMinute(hours.to().getEpochSecond()))
                .toList();
        return String.join("; ", words)
                + (missing.size() > GAPS ? "; and " + text.number(missing.size() - GAPS) + " more ranges" : "");
    }

    private List<Pair> plan(PlanOptions options) {
        return List.of(
                new Pair(
                        "quotas",
                        text.shown(options.quotas().name() + ", as of "
                                + options.quotas().asOf())),
                new Pair(
                        "prices",
                        text.shown(options.prices().region() + ", "
                                + options.prices().asOf() + " ("
                                + options.prices().provenance() + ")")),
                new Pair(
                        "functions",
                        text.number(options.memoryMb()) + " MB of memory, " + (options.vpc() ? "in a VPC" : "no VPC")),
                new Pair("growth", "traffic × " + text.number(options.growth())));
    }

    private PageTable account() {
        RunSummary.Total read = about.summary().read();
        RunSummary.Total reported = about.summary().reported();
        List<List<PageTable.Cell>> rows = new ArrayList<>();
        add("this run", read, rows);
        if (reported != null) {
            add("in this report", reported, rows);
        }
        return PageTable.of(
                "What became of each object and row",
                List.of(
                        "of",
                        ">objects listed",
                        ">read",
                        ">skipped",
                        ">failed",
                        ">rows read",
                        ">counted",
                        ">filtered",
                        ">rejected"),
                rows);
    }

    private void add(String of, RunSummary.Total total, List<List<PageTable.Cell>> rows) {
        rows.add(PageTable.row(
                of,
                text.number(total.objects().listed()),
                text.number(total.objects().read()),
                text.number(total.objects().skipped()),
                text.number(total.objects().failed()),
                text.number(total.rows().read()),
                text.number(total.rows().counted()),
                text.number(total.rows().filtered()),
                text.number(total.rows().rejected())));
    }
}
