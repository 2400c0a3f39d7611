package dev.pathrank.plan.account;

import dev.pathrank.text.Suggestions;
import java.util.List;
import software.amazon.awssdk.regions.Region;

/** The Regions of AWS that this version knows. */
public final class KnownRegions {
    private KnownRegions() {}

    /**
     * Fails if there is no such Region.
     *
     * @throws IllegalArgumentException if it is not known; the message names those that may be meant
     */
    public static void require(String region) {
        List<String> known = Region.regions().stream()
                .filter(each -> !each.isGlobalRegion())
                .map(Region::id)
                .sorted()
                .toList();
        if (known.contains(region)) {
            return;
        }
        List<String> nearest = Suggestions.nearest(region, known);
        String area = region.replaceFirst("-.*", "-");
        List<String> near = known.stream().filter(each -> each.startsWith(area)).toList();
        throw new IllegalArgumentException("--price-region \"" + region + "\" is not a Region of AWS; "
                + (nearest.isEmpty()
                        ? "choose one of " + String.join(", ", near.isEmpty() ? known : near) + "."
                        : "did you mean " + String.join(" or ", nearest) + "?")
                + " For a Region that is newer than this version, give its prices with --prices FILE");
    }
}
