package dev.pathrank.plan;

import dev.pathrank.rank.Declared;
import dev.pathrank.rank.RankedEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the user's routes say.
 *
 * @param declared the routes
 */
public record DeclaredFacts(Declared declared) implements Facts {
    @Override
    public boolean sensitive(RankedEndpoint row) {
        return declared.facts(row.stats()).sensitive();
    }

    @Override
    public boolean never(RankedEndpoint row) {
        return declared.facts(row.stats()).never();
    }

    @Override
    public boolean auth(RankedEndpoint row) {
        return declared.facts(row.stats()).auth();
    }

    @Override
    public Optional<String> owner(RankedEndpoint row) {
        return Optional.of(declared.facts(row.stats()).owner()).filter(owner -> !owner.isEmpty());
    }

    @Override
    public OptionalLong memoryMb(RankedEndpoint row) {
        Long memoryMb = declared.facts(row.stats()).memoryMb();
        return memoryMb == null ? OptionalLong.empty() : OptionalLong.of(memoryMb);
    }

    @Override
    public Optional<String> group(RankedEndpoint row) {
        return Optional.of(declared.facts(row.stats()).group()).filter(group -> !group.isEmpty());
    }

    @Override
    public List<String> after(RankedEndpoint row) {
        return declared.facts(row.stats()).after();
    }
}
