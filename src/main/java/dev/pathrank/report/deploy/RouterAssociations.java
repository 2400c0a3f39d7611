package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.route.PathWildcard;
import dev.pathrank.plan.route.PathWildcard.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The function of the switch in the configuration of a distribution: it is associated with the viewer request of every
 * cache behaviour that calls which move come through, and these allow the methods of the calls. Everything else of the
 * configuration stays, other functions included.
 */
final class RouterAssociations {
    private static final String FUNCTIONS = "FunctionAssociations";
    private static final String EDGE_FUNCTIONS = "LambdaFunctionAssociations";
    private static final String ARN = "FunctionARN";
    private static final String EVENT = "EventType";
    private static final String VIEWER_REQUEST = "viewer-request";
    private static final String ACCOUNT = "${AWS::AccountId}";
    private static final Pattern WITH_ACCOUNT = Pattern.compile("arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\\d{12}):.*");

    private final DistributionConfig present;
    private final List<PlannedEndpoint> moved;
    private final List<String> warnings;
    private final String arn;

    private RouterAssociations(
            DistributionConfig present, List<PlannedEndpoint> moved, String account, List<String> warnings) {
        this.present = present;
        this.moved = moved;
        this.warnings = warnings;
        this.arn = "arn:aws:cloudfront::" + account + ":function/" + OriginIds.ROUTER;
    }

    /**
     * Returns the configuration with the function.
     *
     * @param moved endpoints that have moved
     * @param warnings that are added to
     */
    static Map<String, @Nullable Object> in(
            DistributionConfig present, Plan plan, List<PlannedEndpoint> moved, List<String> warnings) {
        List<PlannedEndpoint> sent =
                moved.stream().filter(row -> row.target().target().isLambda()).toList();
        Set<String> accounts = new TreeSet<>();
        addAccounts(present.config(), accounts);
        if (accounts.size() != 1) {
            warnings.add("put your account in the place of " + ACCOUNT + ", which the configuration does not tell");
        }
        String account = accounts.size() == 1 ? accounts.iterator().next() : ACCOUNT;
        OriginIds origins = OriginIds.of(plan);
        warnings.addAll(present.missingOrigins(sent.stream().map(origins::of)));
        return new RouterAssociations(present, sent, account, warnings).merged();
    }

    private static void addAccounts(@Nullable Object value, Set<String> accounts) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> addAccounts(each, accounts));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> addAccounts(each, accounts));
        } else if (value instanceof String text) {
            WITH_ACCOUNT.matcher(text).results().forEach(each -> accounts.add(each.group(1)));
        }
    }

    private Map<String, @Nullable Object> merged() {
        List<Map<String, @Nullable Object>> behaviours = present.behaviours();
        List<List<PlannedEndpoint>> through = new ArrayList<>();
        behaviours.forEach(each -> through.add(new ArrayList<>()));
        List<PlannedEndpoint> throughDefault = new ArrayList<>();
        for (PlannedEndpoint row : moved) {
            PathWildcard path = PathWildcard.of(row.ranked().stats().pattern());
            Relation relation = Relation.TAKES_NONE;
            for (int at = 0; at < behaviours.size() && !relation.takesAll(); at++) {
                relation = DistributionConfig.path(behaviours.get(at)).relationTo(path);
                if (relation != Relation.TAKES_NONE) {
                    through.get(at).add(row);
                }
            }
            if (!relation.takesAll()) {
                throughDefault.add(row);
            }
        }
        for (int at = 0; at < behaviours.size(); at++) {
            String name = "the behaviour " + behaviours.get(at).get("PathPattern");
            associate(behaviours.get(at), through.get(at), name);
        }
        Map<String, @Nullable Object> byDefault = present.defaultBehaviour();
        associate(byDefault, throughDefault, "the default behaviour");
        return present.with(byDefault, behaviours);
    }

    private void associate(Map<String, @Nullable Object> behaviour, List<PlannedEndpoint> rows, String name) {
        if (rows.isEmpty()) {
            return;
        }
        List<Map<String, @Nullable Object>> functions = DistributionConfig.items(behaviour.get(FUNCTIONS));
        if (functions.stream().noneMatch(each -> Objects.toString(each.get(ARN)).endsWith("/" + OriginIds.ROUTER))) {
            String taken = taken(behaviour, functions);
            if (!taken.isEmpty()) {
                warnings.add(
                        name + " has " + taken + " already and takes no other function for the viewer's request: put"
                                + " its code into the router; until then these stay at the present origin: "
                                + rows.stream().map(PlanDocument::name).collect(Collectors.joining(", ")));
                return;
            }
            Map<String, @Nullable Object> added = new LinkedHashMap<>();
            added.put(ARN, arn);
            added.put(EVENT, VIEWER_REQUEST);
            functions.add(added);
            behaviour.put(FUNCTIONS, BehavioursDocument.list(functions));
        }
        BehavioursDocument.allow(
                behaviour,
                rows.stream().map(row -> row.ranked().stats().method()).collect(Collectors.toSet()));
        if (!BehavioursDocument.ALL_VIEWER_EXCEPT_HOST.equals(behaviour.get(BehavioursDocument.REQUEST_POLICY))) {
            warnings.add(name + " keeps its policies: if they forward Host, put the names of the new origins into the"
                    + " store of the router (host/ID)");
        }
    }

    /** Returns what keeps the router out of a behaviour, in words; empty for nothing. */
    private static String taken(
            Map<String, @Nullable Object> behaviour, List<Map<String, @Nullable Object>> functions) {
        return functions.stream()
                .filter(each -> VIEWER_REQUEST.equals(each.get(EVENT)))
                .findFirst()
                .map(each -> "the viewer-request function " + each.get(ARN))
                .or(() -> DistributionConfig.items(behaviour.get(EDGE_FUNCTIONS)).stream()
                        .filter(each -> Objects.toString(each.get(EVENT)).startsWith("viewer-"))
                        .findFirst()
                        .map(each -> "Lambda@Edge of a viewer event (" + each.get("LambdaFunctionARN") + ")"))
                .orElse("");
    }
}
