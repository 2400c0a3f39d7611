package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.QuotaRequest;
import dev.pathrank.plan.QuotaRequest.Answers;
import dev.pathrank.plan.Target;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of a quota increase, to be pasted into the request at AWS. */
public final class RequestText {
    /** What a reader must know where the quotas are not those of today. */
    public static final String OF_THEN = "Quotas, prices and targets are those of that time: nothing is proposed as a"
            + " target that did not exist then. How to ask for quotas, to switch and to go back is told as it is done"
            + " today, with services that came later.";

    private final Plan plan;
    private final QuotaTable quotas;

    /** @param plan that the increases are for */
    public RequestText(Plan plan) {
        this.plan = plan;
        this.quotas = plan.options().quotas();
    }

    /** Returns the quota's name at AWS, with its code where that is known. */
    public String name(QuotaRequest request) {
        String code = quotas.code(request.quota());
        return quotas.service(request.quota()) + ": " + quotas.awsName(request.quota())
                + (code.isEmpty() ? "" : " (" + code + ")");
    }

    /** Returns the request and the answers to what AWS asks, a line each. */
    public List<String> answers(QuotaRequest request) {
        Answers answers = Answers.of(plan);
        List<String> lines = new ArrayList<>();
        lines.add("Request: increase " + name(request) + " from " + Page.number(request.limit()) + " to "
                + Page.number(request.ask()) + " in this Region.");
        lines.add("1. Average request rate: " + answers.averageRate().toPlainString() + " a second");
        lines.add("2. Peak request rate: " + Page.number(answers.peakRate()) + " a second");
        lines.add("3. Average duration of a call: "
                + (answers.meanMs() == null ? Page.NOT_KNOWN : Page.number(answers.meanMs()) + " ms"));
        lines.add("4. Memory of each function: " + answers.memoryMb() + " MB");
        lines.add("5. Invocation type: synchronous (request and response)");
        lines.add("6. Source of the invocations: " + source() + " behind CloudFront");
        return lines;
    }

    private String source() {
        return plan.moving().stream()
                .map(row -> row.target().target())
                .filter(Target::isLambda)
                .distinct()
                .sorted()
                .map(target -> switch (target) {
                    case FUNCTION_URL -> "function URLs";
                    case ALB -> "an Application Load Balancer";
                    default -> "API Gateway";
                })
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Returns the request as a command; empty where the code of the quota is not known. */
    public Optional<String> command(QuotaRequest request) {
        String code = quotas.code(request.quota());
        String service = quotas.serviceCode(request.quota());
        if (code.isEmpty() || service.isEmpty()) {
            return Optional.empty();
        }
        // CloudFront's quotas are those of the whole account, and are kept in us-east-1.
        String region = service.equals("cloudfront")
                ? "us-east-1"
                : plan.options().prices().region();
        return Optional.of("aws service-quotas request-service-quota-increase --service-code " + service
                + " --quota-code " + code + " --desired-value " + request.ask() + " --region " + region);
    }

    /** Returns the end of a sentence on a quota that is exceeded and cannot be raised: what to do instead. */
    public static String cure(Quota quota) {
        return switch (quota) {
            case ADDRESSES -> ". Use larger or additional subnets; they do not raise the quota of network interfaces.";
            case CONNECTIONS ->
                ". Each environment may hold a connection of its own: put RDS Proxy between, which pools them,"
                        + " or limit the functions with reserved concurrency.";
            case ROUTES, INTEGRATIONS ->
                ". More routes need more integrations, which cannot be raised: divide the endpoints over several APIs,"
                        + " as the templates of --emit do.";
            case TEMPLATE -> ". It cannot be raised: use nested stacks or several templates, as --emit does.";
            case API_BURST -> ". AWS derives the burst from the steady rate; it cannot be requested separately.";
            default -> ".";
        };
    }
}
