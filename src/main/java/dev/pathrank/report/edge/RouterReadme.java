package dev.pathrank.report.edge;

import dev.pathrank.plan.Plan;
import dev.pathrank.report.MarkdownFormat;
import dev.pathrank.report.deploy.OriginIds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page beside the router: what is in the folder, and the commands to deploy, shift and roll back. */
final class RouterReadme {
    private final Plan plan;
    private final SwitchSetting setting;
    private final Map<String, Integer> endpointsByOrigin;
    private final int keys;
    private final int bytes;

    /**
     * @param endpointsByOrigin the number of endpoints that move to each origin, by its ID
     * @param keys of the store
     * @param bytes of the file that the store imports
     */
    RouterReadme(Plan plan, SwitchSetting setting, Map<String, Integer> endpointsByOrigin, int keys, int bytes) {
        this.plan = plan;
        this.setting = setting;
        this.endpointsByOrigin = Map.copyOf(endpointsByOrigin);
        this.keys = keys;
        this.bytes = bytes;
    }

    String text(List<String> leftOut, List<String> warnings) {
        StringBuilder text = new StringBuilder();
        text.append("""
                # The switch

                `router.js` is a CloudFront Function (viewer request, JavaScript runtime 2.0). It looks up the method
                and path of a request in a KeyValueStore and sends it to the origin of its endpoint, or leaves it at
                the origin of its cache behaviour: what does not move, moves later, or is not known stays there.
                """);
        text.append(String.format(
                Locale.ROOT,
                "`routes.json` is the store: %,d keys, %,d bytes. Its key `switch` says how far the move has come.%n%n",
                keys,
                bytes));
        text.append("""
                ## Shift, and roll back

                One key moves everything. CloudFront spreads it within seconds.

                ```
                put() { aws cloudfront-keyvaluestore put-key --kvs-arn "$STORE" --key "$1" --value "$2" --if-match "$(
                    aws cloudfront-keyvaluestore describe-key-value-store --kvs-arn "$STORE" \\
                        --query ETag --output text)"; }

                """);
        for (int wave = 1; wave <= Math.min(plan.waves().size(), 2); wave++) {
            text.append("put switch ")
                    .append(quoted(new SwitchSetting(wave, BigDecimal.valueOf(5), setting.sticky())))
                    .append("    # wave ")
                    .append(wave)
                    .append(": 5 % of the callers\nput switch ")
                    .append(quoted(setting.atWave(wave)))
                    .append("  # wave ")
                    .append(wave)
                    .append(": all of them\n");
        }
        text.append("put switch ").append(quoted(setting.atWave(0))).append("""
                  # roll back: everything to the present origin
                ```

                Callers are told apart by `sticky`: `ip`, `cookie:NAME` or `header:NAME` (the address, where a request
                has none). A caller that has moved stays moved while `percent` grows. Where CloudFront caches, a share
                of the callers moves misses only, and the answer of one origin then serves all.

                ## Deploy

                1. Give the distribution these origins, with these IDs. The outputs of the template that makes them
                   (`--emit sam`, `cloudformation` or `terraform`) have their domains:

                """);
        endpointsByOrigin.keySet().stream().sorted().map(this::origin).forEach(text::append);
        text.append("""

                   API Gateway and function URLs answer to their own name only. If a cache behaviour forwards the
                   viewer's Host, put that name into the store: `put host/http-api ID.execute-api.REGION.amazonaws.com`.
                   With `-` there, the behaviour must not forward Host (`AllViewerExceptHostHeader`).
                2. Import the store, and keep its ARN in `STORE`:

                   ```
                   aws s3 cp routes.json s3://BUCKET/routes.json
                   aws cloudfront create-key-value-store --name pathrank-routes \\
                       --import-source SourceType=S3,SourceARN=arn:aws:s3:::BUCKET/routes.json
                   STORE=$(aws cloudfront describe-key-value-store --name pathrank-routes \\
                       --query KeyValueStore.ARN --output text)
                   until [ "$(aws cloudfront describe-key-value-store --name pathrank-routes \\
                       --query KeyValueStore.Status --output text)" = READY ]; do sleep 5; done
                   ```
                3. Create and publish the function:

                   ```
                   aws cloudfront create-function --name pathrank-router --function-code fileb://router.js \\
                       --function-config "Comment=pathrank,Runtime=cloudfront-js-2.0,KeyValueStoreAssociations=\\
                   {Quantity=1,Items=[{KeyValueStoreARN=$STORE}]}"
                   aws cloudfront publish-function --name pathrank-router --if-match "$(
                       aws cloudfront describe-function --name pathrank-router --query ETag --output text)"
                   ```
                4. Associate it with the viewer request of every cache behaviour that has endpoints which move, the
                   default one included, and let those behaviours allow the methods that move. A behaviour takes one
                   function for each event type, and none beside Lambda@Edge of a viewer event.
                   `--emit cloudfront --distribution-config now.json` writes the configuration with that, from what
                   `aws cloudfront get-distribution-config --id ID > now.json` prints.

                For a new plan import its `routes.json` as a second store, and associate the function with that: one
                update of a store takes 50 keys at most.

                ## Watch

                The router logs each request into `viewer-request-log-data` of standard logs (v2), URL-encoded:
                `wave=1;to=http-api;route=GET /user/<id>`, and `wave=0;to=origin` for what has not moved. `pathrank compare`
                compares the time before with the time after. Paths with `%2F`, `%3F` or segments `.` and `..` do not
                go to API Gateway, which changes them. Other spellings of a path (a trailing slash, capital letters) are
                respelled for it as in the plan.

                A function that runs too long fails the request: look at its compute utilization
                (`aws cloudfront test-function`) before the first shift.
                """);
        list("Not in the store", leftOut, text);
        list("Warnings", warnings, text);
        return text.toString();
    }

    private String origin(String id) {
        String needs = id.startsWith("rest-api")
                ? "; origin path `/prod`"
                : id.startsWith("function-url-")
                        ? "; with the origin access control of the template"
                        : id.startsWith("alb-")
                                ? "; the load balancer, with the custom header `" + OriginIds.FUNCTION_HEADER
                                        + "` that the template names"
                                : "";
        return String.format(Locale.ROOT, "   - `%s` (endpoints: %,d%s)%n", id, endpointsByOrigin.get(id), needs);
    }

    /** Returns the value of the key as one word of a shell. */
    private static String quoted(SwitchSetting setting) {
        return "'" + setting.text().replace("'", "'\\''") + "'";
    }

    private static void list(String title, List<String> items, StringBuilder text) {
        if (!items.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            items.forEach(item ->
                    text.append("- ").append(MarkdownFormat.escaped(item)).append('\n'));
        }
    }
}
