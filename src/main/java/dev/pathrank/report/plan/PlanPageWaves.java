package dev.pathrank.report.plan;

import dev.pathrank.plan.Forecast;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.WaveLoad;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.load.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
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
                        ">environments",
                        ">cold",
                        ">$ a month",
                        "reason"),
                plan.of(wave).stream().map(this::row).toList());
        if (wave.exceedings().isEmpty()) {
            page.say("No quota is first exceeded in this wave.");
        }
        page.list(wave.exceeded().stream().map(this::exceeds).toList());
        page.list(wave.additions().stream().map(this::adds).toList());
        page.list(wave.alone().stream().map(this::alone).toList());
        refused(plan.load(wave).refusals());
        throttling(wave);
        page.table(
                List.of("up to this wave", ">used", ">quota", ">left", ">sum of peaks", "peak at", "first exceeded at"),
                wave.uses().stream().map(this::use).toList());
        new PlanPageTraps(plan, wave, page).write();
    }

    private List<String> row(PlannedEndpoint row) {
        Forecast forecast = row.requireForecast();
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
                forecast.inFlight() == null
                        ? Page.NOT_KNOWN
                        : Page.number(forecast.inFlight().environments()),
                percent(forecast.coldStarts().cold(), forecast.coldStarts().calls()),
                forecast.costMonth() == null
                        ? Page.NOT_KNOWN
                        : String.format(Locale.ROOT, "%,.6f", forecast.costMonth()),
                Page.shown(row.reason()));
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private String exceeds(Wave.ExceededQuota each) {
        QuotaUse use = plan.waves().get(wave(each) - 1).use(each.quota()).orElseThrow();
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

    private void refused(Refusals refusals) {
        List<String> items =
                new ArrayList<>(refusals.causes().stream().map(this::refused).toList());
        if (items.size() > 1) {
            items.add("**Together " + PlanPage.count(refusals.calls(), "call") + "**, at most "
                    + Page.number(refusals.worst()) + " in the minute " + page.minute(refusals.worstAt()) + ": "
                    + PlanPageQuotas.overlap(refusals));
        }
        page.list(items);
    }

    private String refused(Refusals.ByCause each) {
        return "**" + PlanPage.count(each.calls(), "call") + " would fail** (" + PlanPageQuotas.words(each.cause())
                + "), at most " + Page.number(each.worst()) + " in the minute " + page.minute(each.worstAt()) + ".";
    }

    private void throttling(Wave wave) {
        WaveLoad.Throttling tokens = plan.load(wave).throttling();
        OptionalLong burst = plan.options().quotas().of(Quota.API_BURST);
        if (burst.isEmpty() || tokens.lowestEarly() == burst.getAsLong()) {
            return; // it is always full
        }
        page.say("API Gateway's bucket of " + Page.number(burst.getAsLong()) + " tokens "
                + lowest(tokens.lowestEvenly(), tokens.refusedEvenly())
                + " if the calls of each second are spread evenly over it, and "
                + lowest(tokens.lowestEarly(), tokens.refusedEarly())
                + " if they all come within its first 100 ms.");
    }

    private static String lowest(long tokens, long refused) {
        return refused == 0
                ? "is never below " + Page.number(tokens)
                : "runs empty, so that " + PlanPage.count(refused, "call") + " would be throttled,";
    }

    private int wave(Wave.ExceededQuota each) {
        return plan.waves().stream()
                .filter(wave -> wave.first() <= each.place() && each.place() <= wave.last())
                .findFirst()
                .orElseThrow()
                .number();
    }

    private List<String> use(QuotaUse use) {
        return List.of(
                use.quota().label() + (use.quota().shared() ? "" : ", one endpoint"),
                Page.number(use.used()),
                Page.number(use.limit()),
                left(use),
                use.sumOfPeaks() == null ? "–" : Page.number(use.sumOfPeaks()),
                at(use.peakAt()),
                at(use.exceededAt()));
    }

    private static String left(QuotaUse use) {
        if (use.left() == null) {
            return use.used() == null || use.limit() == null ? Page.NOT_KNOWN : "–";
        }
        return use.exceeded() ? "**" + Page.number(use.left()) + "**" : Page.number(use.left());
    }

    private String at(@Nullable Long second) {
        return second == null ? "–" : page.minute(second);
    }
}
