package dev.pathrank.report.html;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.QuotaRequest;
import dev.pathrank.plan.Schedule;
import dev.pathrank.report.html.PlanView.Request;
import dev.pathrank.report.plan.RequestText;
import java.util.List;

/** What to ask AWS for, by when, and with which words; and what no request cures. */
final class QuotaAdvice {
    private final Plan plan;
    private final PageText text;

    QuotaAdvice(Plan plan, PageText text) {
        this.plan = plan;
        this.text = text;
    }

    List<Request> requests() {
        return QuotaRequest.of(plan).stream()
                .filter(each -> plan.options().quotas().canBeAsked(each.quota()))
                .map(this::request)
                .toList();
    }

    private Request request(QuotaRequest request) {
        RequestText words = new RequestText(plan);
        Schedule schedule = plan.options().waves().schedule();
        return new Request(
                PageText.sentence(request.quota().label()) + ": from " + text.number(request.limit()) + " to "
                        + text.number(request.ask()),
                "Before wave " + request.wave()
                        + (schedule == null
                                ? ""
                                : ", so ask by " + PageText.date(schedule.askBy(request.wave()))
                                        + ": AWS promises no time")
                        + ". Needed: " + text.number(request.needed())
                        + (request.peakAt() == null ? "" : " at " + text.minute(request.peakAt())) + ", times "
                        + text.number(plan.options().headroom()) + ".",
                words.command(request)
                        .map(command -> List.of(command, String.join("\n", words.answers(request))))
                        .orElseGet(() -> List.of(String.join("\n", words.answers(request)))));
    }

    List<String> advices() {
        return QuotaRequest.of(plan).stream()
                .filter(each -> !plan.options().quotas().canBeAsked(each.quota()))
                .map(each -> PageText.sentence(each.quota().label()) + " from wave " + each.wave() + " on: "
                        + text.number(each.needed()) + " needed, " + text.number(each.limit()) + " available"
                        + RequestText.cure(each.quota()))
                .toList();
    }
}
