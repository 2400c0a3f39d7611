package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.QuotaRequest;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.plan.load.RefusalCause;
import dev.pathrank.plan.load.Refusals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The section on quotas: what to ask AWS for and by when, ready to be pasted into the request; what no request cures;
 * and the sources of the quotas.
 */
final class PlanPageQuotas {
    private final Plan plan;
    private final Page page;
    private final QuotaTable quotas;

    PlanPageQuotas(Plan plan, Page page) {
        this.plan = plan;
        this.page = page;
        this.quotas = plan.options().quotas();
    }

    void write() {
        if (plan.waves().isEmpty()) {
            return;
        }
        page.heading(2, "Quota increases to request");
        List<QuotaRequest> all = QuotaRequest.of(plan);
        List<QuotaRequest> asked =
                all.stream().filter(each -> quotas.canBeAsked(each.quota())).toList();
        if (asked.isEmpty()) {
            page.say("None. No known quota that can be raised is exceeded up to the last wave.");
        } else {
            page.say("Raise these before the wave that would exceed them. The values cover the whole plan, with "
                    + plan.options().headroom().toPlainString() + " times the needed quota (`--headroom`).");
            page.table(
                    List.of("quota", ">now", ">needed", ">request", ">before wave", "reason"),
                    asked.stream().map(this::row).toList());
            asked.forEach(this::paste);
        }
        page.say("**Check yours first.** These are the defaults; new accounts begin with less (10 or 50 concurrent"
                + " executions, as users report), and what others in the account and Region use counts too"
                + " (`--in-use`).");
        page.list(all.stream()
                .filter(each -> !quotas.canBeAsked(each.quota()))
                .map(this::advice)
                .toList());
        sources();
    }

    private List<String> row(QuotaRequest request) {
        return List.of(
                Page.shown(new RequestText(plan).name(request)),
                Page.number(request.limit()),
                Page.number(request.needed()),
                "**" + Page.number(request.ask()) + "**",
                Integer.toString(request.wave()),
                request.quota().label()
                        + (request.peakAt() == null ? "" : ", peak at " + page.minute(request.peakAt())));
    }

    private void paste(QuotaRequest request) {
        RequestText words = new RequestText(plan);
        page.paste(words.answers(request));
        words.command(request).ifPresent(command -> page.paste(List.of(command)));
    }

    /** Returns the cause of failing calls in words. */
    static String words(RefusalCause cause) {
        return switch (cause) {
            case CONCURRENCY -> "no concurrency left: status 500 or 503";
            case INTERFACES -> "no network interface left: status 502";
            case ADDRESSES -> "no subnet address left: status 502";
            case CONNECTIONS -> "no database connection left: an error of the code";
            case SCALE_UP -> "a function gains environments too slowly: status 500 or 503";
            case RATE -> "API Gateway throttles: status 429";
            case TIME_OUT -> "slower than the caller waits: status 504";
            case REQUEST_SIZE -> "request over 6,291,456 bytes: status 413";
            case ANSWER_SIZE -> "answer over 6,291,456 bytes: status 502";
            case HEADERS -> "request line and headers over 10,240 bytes: status 431";
        };
    }

    /** Returns how several causes of failing calls add up. */
    static String overlap(Refusals refusals) {
        List<String> capacity = refusals.causes().stream()
                .map(Refusals.ByCause::cause)
                .filter(RefusalCause::isCapacity)
                .map(PlanPageQuotas::lacking)
                .toList();
        int others = refusals.causes().size() - capacity.size();
        List<String> words = new ArrayList<>();
        if (capacity.size() > 1) {
            words.add(String.join(", ", capacity.subList(0, capacity.size() - 1)) + " and "
                    + capacity.get(capacity.size() - 1)
                    + " are lacking for the same calls, so only the largest of them counts in each second");
        }
        if (others > 1 || others > 0 && !capacity.isEmpty()) {
            words.add((capacity.size() > 1 ? "the other causes are added" : "the causes are added")
                    + ", and a call that fails for two of them counts twice");
        }
        return String.join("; ", words) + ".";
    }

    private static String lacking(RefusalCause cause) {
        return switch (cause) {
            case CONCURRENCY -> "concurrency";
            case INTERFACES -> "network interfaces";
            case ADDRESSES -> "subnet addresses";
            default -> "database connections";
        };
    }

    private String advice(QuotaRequest request) {
        String what = "**" + sentence(request.quota().label()) + "** from wave " + request.wave() + " on: "
                + Page.number(request.needed()) + " needed, " + Page.number(request.limit()) + " available";
        return what + RequestText.cure(request.quota());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void sources() {
        Set<String> known = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        Arrays.stream(Quota.values()).filter(quota -> quota != Quota.ADDRESSES).forEach(quota -> {
            if (quotas.of(quota).isPresent()) {
                known.add(quota.key() + " " + Page.number(quotas.of(quota).getAsLong()) + ": "
                        + Page.shown(quotas.source(quota).orElse("")));
            } else {
                unknown.add(quota.label());
            }
        });
        page.say("Quotas used here (" + Page.shown(quotas.name()) + ", as of " + Page.shown(quotas.asOf())
                + "); `--quotas FILE` replaces any of them:");
        page.list(new ArrayList<>(known));
        if (!unknown.isEmpty()) {
            page.say("Not known for this era and not estimated: " + String.join(", ", unknown) + ".");
        }
    }
}
