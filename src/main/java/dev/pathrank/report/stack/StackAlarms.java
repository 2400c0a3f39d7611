package dev.pathrank.report.stack;

import static dev.pathrank.report.stack.Resource.ordered;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.report.deploy.ApiKind;
import dev.pathrank.report.deploy.GatewayApis.Api;
import dev.pathrank.report.stack.Deferred.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The alarms: for the limits that a wave comes nearest to, and for what they do when they are exceeded. */
final class StackAlarms {
    /** An alarm comes at this part of a limit, in percent. */
    private static final long EARLY = 80;

    private static final long PERCENT = 100;
    private static final long MS = 1000;
    private static final long A_MINUTE = 60;
    /** Failed answers of a minute that are one in a hundred calls of the busiest second, or at least five. */
    private static final long LEAST_FAILURES = 5;

    /** Limits that do not depend on traffic, so that no alarm can watch them. */
    private static final Set<Quota> NOT_BY_TRAFFIC =
            EnumSet.of(Quota.ROUTES, Quota.INTEGRATIONS, Quota.RESOURCES, Quota.BEHAVIOURS, Quota.TEMPLATE);

    private final Plan plan;
    private final Wave wave;

    /** @param moved number of the last wave that has moved, from 1 */
    StackAlarms(Plan plan, int moved) {
        this.plan = plan;
        this.wave = plan.waves().get(moved - 1);
    }

    /** Returns the alarms of Lambda. */
    List<Resource> ofLambda() {
        List<Resource> alarms = new ArrayList<>();
        limit(Quota.CONCURRENCY)
                .ifPresent(limit -> alarms.add(alarm(
                        "concurrency-alarm",
                        nextLimit(),
                        metric("AWS/Lambda", "ConcurrentExecutions", "Statistic", "Maximum"),
                        Math.floorDiv(limit * EARLY, PERCENT))));
        alarms.add(alarm(
                "throttles-alarm",
                "Lambda refused calls: no concurrency left",
                metric("AWS/Lambda", "Throttles", "Statistic", "Sum"),
                0));
        return alarms;
    }

    /** @param dimension what tells the API from others in its metrics */
    List<Resource> of(Api api, Deferred dimension) {
        boolean rest = api.kind() == ApiKind.REST;
        List<Resource> alarms = new ArrayList<>();
        List<?> dimensions = List.of(ordered("Name", rest ? "ApiName" : "ApiId", "Value", dimension));
        long busiest = wave.use(Quota.API_RATE).map(QuotaUse::used).orElse(0L);
        alarms.add(alarm(
                api.id() + "-failures-alarm",
                "Answers with 5xx",
                metric(dimensions, rest ? "5XXError" : "5xx", "Statistic", "Sum"),
                Math.max(LEAST_FAILURES, Math.floorDiv(busiest * A_MINUTE, PERCENT))));
        long waits = ApiGroup.waits(plan, api.kind());
        alarms.add(alarm(
                api.id() + "-latency-alarm",
                "Near the " + waits + " s after which API Gateway gives up",
                metric(dimensions, "IntegrationLatency", "ExtendedStatistic", "p99"),
                Math.floorDiv(waits * MS * EARLY, PERCENT)));
        limit(Quota.API_RATE)
                .ifPresent(limit -> alarms.add(alarm(
                        api.id() + "-rate-alarm",
                        "Near the rate of API Gateway: " + limit + " calls a second",
                        metric(dimensions, "Count", "Statistic", "Sum"),
                        Math.floorDiv(limit * A_MINUTE * EARLY, PERCENT))));
        return alarms;
    }

    private Optional<Long> limit(Quota quota) {
        return wave.use(quota).map(QuotaUse::limit);
    }

    /** Returns which limit the wave is nearest to, in words. */
    private String nextLimit() {
        return wave.uses().stream()
                .filter(use -> use.part() > 0 && !NOT_BY_TRAFFIC.contains(use.quota()))
                .max(Comparator.comparingDouble(QuotaUse::part))
                .map(use -> String.format(
                        Locale.ROOT,
                        "Nearest limit by the logs after wave %d: %s, %d of %d",
                        wave.number(),
                        use.quota().label(),
                        use.used(),
                        use.limit()))
                .orElse("Lambda concurrency");
    }

    /** Returns a metric of an API, which its dimensions tell from others. */
    private static Map<String, Object> metric(List<?> dimensions, String name, String kind, String statistic) {
        Map<String, Object> metric = metric("AWS/ApiGateway", name, kind, statistic);
        metric.put("Dimensions", dimensions);
        return metric;
    }

    private static Map<String, Object> metric(String namespace, String name, String kind, String statistic) {
        return ordered("Namespace", namespace, "MetricName", name, kind, statistic);
    }

    private static Resource alarm(String name, String description, Map<String, Object> metric, long threshold) {
        Map<String, Object> properties = ordered("AlarmDescription", description);
        properties.putAll(metric);
        properties.put("Period", A_MINUTE);
        properties.put("EvaluationPeriods", 1);
        properties.put("ComparisonOperator", "GreaterThanThreshold");
        properties.put("Threshold", threshold);
        properties.put("TreatMissingData", "notBreaching");
        properties.put("AlarmActions", List.of(Parameter.ALARM_TOPIC_ARN));
        return new Resource(ResourceType.ALARM, name, properties);
    }
}
