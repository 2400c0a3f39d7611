package dev.pathrank.report.html;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.FirstView.Chart;
import dev.pathrank.report.html.PageTable.Cell;
import dev.pathrank.report.html.chart.LoadChart;
import dev.pathrank.text.Numbers;
import dev.pathrank.time.UtcDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A chart of each quota that is used over time, wave by wave, with the minute at which it is exceeded. */
final class LimitCharts {
    /** Quotas that have a chart over time where their use is known. */
    private static final List<Quota> CHARTED = List.of(Quota.CONCURRENCY, Quota.API_RATE, Quota.INTERFACES);

    private static final int MOST_WAVES = 6;
    private static final int MOST_TICKS = 8;
    private static final long HOUR = 3600;
    private static final long[] TICKS = {
        60,
        300,
        900,
        HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        UtcDay.SECONDS,
        2L * UtcDay.SECONDS,
        4L * UtcDay.SECONDS,
        7L * UtcDay.SECONDS,
        14L * UtcDay.SECONDS,
        28L * UtcDay.SECONDS,
        91L * UtcDay.SECONDS,
        365L * UtcDay.SECONDS
    };

    private final Plan plan;
    private final LoadTimeline timeline;
    private final PageText text;

    LimitCharts(WholeReport.PlanPart part, PageText text) {
        this.plan = part.plan();
        this.timeline = part.timeline();
        this.text = text;
    }

    /** Gives the load of a wave in each stretch. */
    @FunctionalInterface
    private interface Load {
        long[] of(int wave);
    }

    /** Returns a chart of each quota whose use is known and depends on time, but for that of {@link #next}. */
    List<Chart> others() {
        Quota next = nextQuota().orElse(null);
        return CHARTED.stream()
                .filter(quota -> quota != next)
                .flatMap(quota -> chart(quota, PageText.sentence(quota.label())).stream())
                .toList();
    }

    /** Returns the chart of the quota that is exceeded first, or else of which most is used. */
    Optional<Chart> next() {
        return nextQuota().flatMap(quota -> chart(quota, "The next limit: " + quota.label()));
    }

    private Optional<Quota> nextQuota() {
        if (plan.waves().isEmpty()) {
            return Optional.empty();
        }
        Optional<Quota> exceeded = plan.waves().stream()
                .flatMap(wave -> wave.exceeded().stream())
                .filter(each -> CHARTED.contains(each.quota()) && each.at() != null)
                .map(Wave.ExceededQuota::quota)
                .findFirst();
        Wave last = plan.waves().get(plan.waves().size() - 1);
        return exceeded.or(() -> CHARTED.stream()
                .filter(quota -> part(use(last, quota)) > 0)
                .max(Comparator.comparingDouble(quota -> part(use(last, quota)))));
    }

    private static double part(@Nullable QuotaUse use) {
        return use == null || use.peakAt() == null ? 0 : use.part();
    }

    private static String unit(Quota quota) {
        return switch (quota) {
            case CONCURRENCY -> "busy environments";
            case API_RATE -> "calls a second";
            default -> "network interfaces";
        };
    }

    private Load load(Quota quota) {
        return switch (quota) {
            case CONCURRENCY -> timeline::environments;
            case API_RATE -> timeline::calls;
            default -> timeline::interfaces;
        };
    }

    private Optional<Chart> chart(Quota quota, String title) {
        String unit = unit(quota);
        Load load = load(quota);
        List<QuotaUse> uses =
                plan.waves().stream().map(wave -> use(wave, quota)).toList();
        QuotaUse last = uses.get(uses.size() - 1);
        if (last == null || last.used() == null || last.peakAt() == null) {
            return Optional.empty();
        }
        List<LoadChart.Line> lines = shown(uses).stream()
                .map(wave -> new LoadChart.Line(
                        wave == 1 ? "wave 1" : "waves 1–" + wave,
                        Arrays.stream(load.of(wave)).boxed().toList()))
                .toList();
        String label = PageText.sentence(quota.label()) + " over the time of the logs, wave upon wave: at most "
                + text.numberOrNotKnown(last.used()) + ", quota " + text.numberOrNotKnown(last.limit());
        return Optional.of(new Chart(
                title,
                LoadChart.of(lines, last.limit(), ticks(), mark(uses, unit), text.signs(), label),
                words(uses, unit),
                table(quota, uses)));
    }

    private static @Nullable QuotaUse use(Wave wave, Quota quota) {
        return wave.use(quota).orElse(null);
    }

    /** Returns whether there is a chart of a quota. */
    static boolean shows(QuotaUse use) {
        return CHARTED.contains(use.quota()) && use.used() != null && use.peakAt() != null;
    }

    /** Returns numbers of waves: the first, the last, the first that exceeds the quota, and some between. */
    private static List<Integer> shown(List<QuotaUse> uses) {
        TreeSet<Integer> shown = new TreeSet<>();
        int waves = uses.size();
        for (int i = 0; i < MOST_WAVES; i++) {
            shown.add(1 + i * (waves - 1) / (MOST_WAVES - 1));
        }
        firstExceeding(uses).ifPresent(shown::add);
        return List.copyOf(shown);
    }

    /** Returns the number of the first wave that exceeds the quota. */
    private static Optional<Integer> firstExceeding(List<QuotaUse> uses) {
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i) != null && uses.get(i).exceeded()) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private LoadChart.Mark mark(List<QuotaUse> uses, String unit) {
        int wave = firstExceeding(uses).orElse(uses.size());
        QuotaUse use = uses.get(wave - 1);
        long at = use.exceededAt() != null ? use.exceededAt() : use.peakAt() == null ? 0 : use.peakAt();
        double stretch = (double) (at - timeline.firstSecond()) / timeline.stretchSeconds();
        long value =
                use.exceededAt() != null && use.limit() != null ? use.limit() : use.used() == null ? 0 : use.used();
        String words = use.exceededAt() != null
                ? "exceeded " + text.shortMinute(at) + " in wave " + wave
                : text.shortMinute(at) + ": " + text.number(value) + " " + unit;
        return new LoadChart.Mark(Math.max(0, Math.min(timeline.stretches(), stretch)), value, words);
    }

    private String words(List<QuotaUse> uses, String unit) {
        QuotaUse last = uses.get(uses.size() - 1);
        String stretch = timeline.stretchSeconds() == 1 ? "" : "; each step is the most within " + length();
        String exceeds = firstExceeding(uses)
                .map(wave -> "Wave " + wave + " is the first to exceed it" + exceededAt(uses.get(wave - 1)) + ".")
                .orElse("No wave exceeds it" + (last.limit() == null ? ", as far as is known" : "") + ".");
        return exceeds + " Darker: earlier waves (" + unit + stretch + ").";
    }

    private String exceededAt(QuotaUse use) {
        return use.exceededAt() == null ? "" : ", at " + text.minute(use.exceededAt()) + " " + text.zoneName();
    }

    private String length() {
        long seconds = timeline.stretchSeconds();
        if (seconds % UtcDay.SECONDS == 0) {
            return text.count(seconds / UtcDay.SECONDS, "day");
        }
        return seconds % HOUR == 0
                ? text.count(seconds / HOUR, "hour")
                : seconds % 60 == 0 ? text.count(seconds / 60, "minute") : text.count(seconds, "second");
    }

    private List<LoadChart.Tick> ticks() {
        long seconds = timeline.stretches() * timeline.stretchSeconds();
        long step = Arrays.stream(TICKS)
                .filter(each -> seconds / each <= MOST_TICKS)
                .findFirst()
                .orElse(seconds);
        boolean days = step % UtcDay.SECONDS == 0;
        List<LoadChart.Tick> ticks = new ArrayList<>();
        long first = timeline.firstSecond();
        long begin = days ? startOfDay(text.day(first)) : Numbers.ceilDiv(first, step) * step;
        for (long at = begin; at < first + seconds; at += step) {
            if (at >= first) {
                String words = days ? PageText.shortDate(text.day(at)) : text.shortMinute(at);
                ticks.add(new LoadChart.Tick((double) (at - first) / timeline.stretchSeconds(), words));
            }
        }
        return ticks;
    }

    private long startOfDay(LocalDate day) {
        return day.atStartOfDay(text.zone()).toEpochSecond();
    }

    private PageTable table(Quota quota, List<QuotaUse> uses) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            QuotaUse use = uses.get(i);
            if (use != null) {
                rows.add(PageTable.row(
                        text.number(i + 1),
                        text.numberOrNotKnown(use.used()),
                        text.numberOrNotKnown(use.limit()),
                        use.left() == null ? PageText.DASH : text.number(use.left()),
                        text.minuteOrDash(use.peakAt()),
                        text.minuteOrDash(use.exceededAt())));
            }
        }
        return PageTable.of(
                PageText.sentence(quota.label()) + " by wave",
                List.of(">wave", ">most at once", ">quota", ">left", "peak at", "first exceeded at"),
                rows);
    }
}
