package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.data.Quota;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The alarms of a template: for the limits that a wave comes nearest to, and for what they do when they are passed. */
final class SamAlarms {
    /** An alarm comes at this part of a limit, in percent. */
    private static final long EARLY = 80;

    private static final long PERCENT = 100;
    private static final long MS = 1000;
    private static final int A_MINUTE = 60;
    /** Failed answers of a minute that are one in a hundred calls of the busiest second, or at least five. */
    private static final long LEAST_FAILURES = 5;

    private static final Object TOPIC = List.of(Map.of("Ref", "AlarmTopicArn"));

    private final Wave wave;

    private SamAlarms(Wave wave) {
        this.wave = wave;
    }

    /**
     * Adds the alarms.
     *
     * @param moved number of the last wave that has moved, from 1
     * @param apis logical IDs of the APIs by the name of their dimension and metric of 5xx
     */
    static void add(Plan plan, int moved, List<Api> apis, Map<String, Object> resources) {
        SamAlarms alarms = new SamAlarms(plan.waves().get(moved - 1));
        Long limit = alarms.wave.use(Quota.CONCURRENCY).orElseThrow().limit();
        if (limit != null) {
            resources.put(
                    "ConcurrencyAlarm",
                    alarm(
                            alarms.nextLimit(),
                            metric("AWS/Lambda", "ConcurrentExecutions", "Maximum"),
                            Math.floorDiv(limit * EARLY, PERCENT)));
        }
        resources.put(
                "ThrottlesAlarm",
                alarm("Lambda refused calls: no concurrency left", metric("AWS/Lambda", "Throttles", "Sum"), 0));
        for (Api api : apis) {
            alarms.add(api, resources);
        }
    }

    /**
     * An API that alarms watch.
     *
     * @param logicalId of its resource
     * @param dimension of its metrics
     * @param dimensionValue a value of CloudFormation
     * @param failures name of the metric of answers with 5xx
     * @param timeoutSeconds how long it waits
     */
    record Api(String logicalId, String dimension, Object dimensionValue, String failures, long timeoutSeconds) {}

    private void add(Api api, Map<String, Object> resources) {
        long busiest = Objects.requireNonNullElse(
                wave.use(Quota.API_RATE).orElseThrow().used(), 0L);
        Object dimensions = List.of(SamTemplate.ordered("Name", api.dimension(), "Value", api.dimensionValue()));
        Map<String, Object> failures = metric("AWS/ApiGateway", api.failures(), "Sum");
        failures.put("Dimensions", dimensions);
        resources.put(
                api.logicalId() + "FailuresAlarm",
                alarm(
                        "Answers with 5xx",
                        failures,
                        Math.max(LEAST_FAILURES, Math.floorDiv(busiest * A_MINUTE, PERCENT))));
        Map<String, Object> latency = metric("AWS/ApiGateway", "IntegrationLatency", "ExtendedStatistic", "p99");
        latency.put("Dimensions", dimensions);
        resources.put(
                api.logicalId() + "LatencyAlarm",
                alarm(
                        "Near the " + api.timeoutSeconds() + " s after which API Gateway gives up",
                        latency,
                        Math.floorDiv(api.timeoutSeconds() * MS * EARLY, PERCENT)));
    }

    /** Returns which limit the wave is nearest to, in words. */
    private String nextLimit() {
        return wave.nearest()
                .map(use -> String.format(
                        Locale.ROOT,
                        "Nearest limit by the logs after wave %d: %s, %d of %d",
                        wave.number(),
                        use.quota().label(),
                        use.used(),
                        use.limit()))
                .orElse("Lambda concurrency");
    }

    private static Map<String, Object> metric(String namespace, String name, String statistic) {
        return metric(namespace, name, "Statistic", statistic);
    }

    private static Map<String, Object> metric(String namespace, String name, String kind, String statistic) {
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("Namespace", namespace);
        metric.put("MetricName", name);
        metric.put(kind, statistic);
        return metric;
    }

    private static Map<String, Object> alarm(String description, Map<String, Object> metric, long threshold) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("AlarmDescription", description);
        properties.putAll(metric);
        properties.put("Period", A_MINUTE);
        properties.put("EvaluationPeriods", 1);
        properties.put("ComparisonOperator", "GreaterThanThreshold");
        properties.put("Threshold", threshold);
        properties.put("TreatMissingData", "notBreaching");
        properties.put("AlarmActions", TOPIC);
        return SamTemplate.resource("AWS::CloudWatch::Alarm", properties);
    }
}
