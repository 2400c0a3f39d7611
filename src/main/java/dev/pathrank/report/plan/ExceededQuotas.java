package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.Wave;
import dev.pathrank.report.RankColumns;
import dev.pathrank.report.ReportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words for each quota that a plan exceeds, for {@code --fail-on-breach}. */
public final class ExceededQuotas {
    private ExceededQuotas() {}

    /**
     * Returns a line for each quota and the wave that exceeds it first, and for each endpoint that exceeds one alone.
     */
    public static List<String> of(Plan plan, ReportOptions options) {
        List<String> lines = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            wave.exceeded()
                    .forEach(each -> lines.add("wave " + wave.number() + " exceeds "
                            + words(wave.use(each.quota()).orElseThrow()) + ", with "
                            + endpoint(plan, each.place(), options)));
            wave.alone()
                    .forEach(each -> lines.add("wave " + wave.number() + ": " + endpoint(plan, each.place(), options)
                            + " alone exceeds " + words(each.use())));
        }
        return lines;
    }

    private static String words(QuotaUse use) {
        return String.format(
                Locale.ROOT, "%s: needs %,d, quota %,d", use.quota().label(), use.used(), use.limit());
    }

    private static String endpoint(Plan plan, int place, ReportOptions options) {
        return RankColumns.endpoint(plan.moving().get(place).ranked(), options);
    }
}
