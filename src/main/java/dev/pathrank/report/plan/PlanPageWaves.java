package dev.pathrank.report.plan;

import dev.pathrank.plan.Forecast;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.Wave;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sections on the waves: what moves, what that uses of each quota, what it exceeds and when. */
final class PlanPageWaves {
    private final Plan plan;
    private final Page page;

    PlanPageWaves(Plan plan, Page page) {
        this.plan = plan;
        this.page = page;
    }

    void write() {
        plan.waves().forEach(this::wave);
    }

    private void wave(Wave wave) {
        page.heading(2, "Wave " + wave.number() + ": " + wave.phase().word());
        page.table(
                List.of(
                        ">rank",
                        "endpoint",
                        "function",
                        "target",
                        ">origin calls",
                        ">peak per second",
                        ">mean ms",
                        ">concurrent",
                        ">cold",
                        ">$ a month",
                        "reason"),
                plan.of(wave).stream().map(this::row).toList());
        if (wave.breaks().isEmpty()) {
            page.say("No quota is first exceeded in this wave.");
        } else {
            page.list(wave.breaks().stream().map(this::passes).toList());
        }
        page.list(wave.additions().stream().map(this::adds).toList());
        page.list(wave.alone().stream().map(this::alone).toList());
        page.table(
                List.of(
                        "up to this wave",
                        ">used",
                        ">quota",
                        ">head-room",
                        ">sum of peaks",
                        "peak at",
                        "first exceeded at"),
                wave.uses().stream().map(this::use).toList());
        new PlanPageTraps(plan, wave, page).write();
    }

    private List<String> row(PlannedEndpoint row) {
        Forecast forecast = Objects.requireNonNull(row.forecast());
        return List.of(
                row.ranked().rank().isPresent()
                        ? Integer.toString(row.ranked().rank().getAsInt())
                        : "–",
                page.endpoint(row),
                "`" + row.functionName() + "`",
                row.target().target().word(),
                Page.number(row.ranked().stats().originCalls()),
                Page.number(row.ranked().stats().peak().originCalls()),
                Page.number(forecast.meanMs()),
                Page.number(forecast.concurrency()),
                percent(forecast.coldStarts().cold(), forecast.coldStarts().calls()),
                forecast.costMonth() == null
                        ? Page.NOT_KNOWN
                        : String.format(Locale.ROOT, "%,.2f", forecast.costMonth()),
                Page.shown(row.reason()));
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private String passes(Wave.Break each) {
        QuotaUse use = plan.waves().get(wave(each) - 1).uses().stream()
                .filter(some -> some.quota() == each.quota())
                .findFirst()
                .orElseThrow();
        PlannedEndpoint row = plan.moving().get(each.place());
        return "**Exceeds " + each.quota().label() + "** with " + page.endpoint(row)
                + (each.alone() ? " alone" : "")
                + (each.at() == null ? "" : ", first at " + page.minute(each.at())) + ": needs "
                + Page.number(use.used()) + ", quota " + Page.number(use.limit())
                + (use.peakAt() == null ? "" : ", peak at " + page.minute(use.peakAt())) + ".";
    }

    private String adds(Wave.Addition each) {
        return "**Adds to " + each.quota().label() + "**, which was exceeded before: from " + Page.number(each.before())
                + " to "
                + Page.number(each.after()) + ", mostly by "
                + page.endpoint(plan.moving().get(each.place())) + ".";
    }

    private String alone(Wave.Alone each) {
        return "**" + page.endpoint(plan.moving().get(each.place())) + " alone exceeds "
                + each.use().quota().label() + "**: needs "
                + Page.number(each.use().used()) + ", quota "
                + Page.number(each.use().limit()) + ".";
    }

    private int wave(Wave.Break each) {
        return plan.waves().stream()
                .filter(wave -> wave.first() <= each.place() && each.place() <= wave.last())
                .findFirst()
                .orElseThrow()
                .number();
    }

    private List<String> use(QuotaUse use) {
        return List.of(
                use.quota().label(),
                Page.number(use.used()),
                Page.number(use.limit()),
                use.broken() ? "**" + Page.number(use.headroom()) + "**" : Page.number(use.headroom()),
                use.sumOfPeaks() == null ? "–" : Page.number(use.sumOfPeaks()),
                at(use.peakAt()),
                at(use.brokenAt()));
    }

    private String at(@Nullable Long second) {
        return second == null ? "–" : page.minute(second);
    }
}
