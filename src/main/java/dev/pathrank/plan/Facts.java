package dev.pathrank.plan;

import dev.pathrank.rank.RankedEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What only people know of an endpoint. */
public interface Facts {
    /** Nobody said anything. */
    Facts NONE = new Facts() {};

    /** Whether it handles sign-in or personal data. */
    default boolean sensitive(RankedEndpoint row) {
        return false;
    }

    /** Whether it must stay where it is. */
    default boolean never(RankedEndpoint row) {
        return false;
    }

    /** Whether it needs a signed-in user. */
    default boolean auth(RankedEndpoint row) {
        return false;
    }

    /** Who answers for it. */
    default Optional<String> owner(RankedEndpoint row) {
        return Optional.empty();
    }

    /** Megabytes that its function needs. */
    default OptionalLong memoryMb(RankedEndpoint row) {
        return OptionalLong.empty();
    }

    /** Endpoints of one group move together. */
    default Optional<String> group(RankedEndpoint row) {
        return Optional.empty();
    }

    /** Endpoints that must have moved before it, as {@code GET /user/<id>}, or patterns for every method of them. */
    default List<String> after(RankedEndpoint row) {
        return List.of();
    }
}
