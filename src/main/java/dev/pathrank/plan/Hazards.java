package dev.pathrank.plan;

import dev.pathrank.rank.RankedEndpoint;
import java.util.ArrayList;
import java.util.List;

/** Reasons why an endpoint would behave differently behind API Gateway and Lambda, as far as its counts show them. */
final class Hazards {
    private Hazards() {}

    static List<String> of(RankedEndpoint row) {
        List<String> hazards = new ArrayList<>();
        if (row.stats().connections() > 0) {
            hazards.add("connections " + row.stats().connections());
        }
        return hazards;
    }
}
