package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which values of one place are of one variable: those with the same text around them, except where the text is a value's own.
 *
 * <p>An extension stays in the pattern where it tells what is served ({@code <id>.json}); pictures, sounds, fonts and archives that differ in it are of
 * one variable, and so are files of whatever kind where each extension is one of many. Many names before a hash, each with few hashes, are a part of the value.
 *
 * @param <L> what is counted at the leaves
 */
final class PlaceholderGroups<L extends Leaf<L>> {
    /** More names before a hash than these are values themselves. */
    private static final int FEW_NAMES = 3;

    /** Files of one extension are values like all others unless they have one such part of all calls. */
    private static final long RARE = 3;

    private final Map<Affix, List<Sibling<L>>> groups = new TreeMap<>(Affix.ORDER);

    private PlaceholderGroups() {}

    /** The groups of {@code values}, by the text around them; {@link Affix#NONE} where there is none or several. */
    static <L extends Leaf<L>> Map<Affix, List<Sibling<L>>> of(
            PatternPrefix<L> place, List<Sibling<L>> values, FormRules<L> forms) {
        PlaceholderGroups<L> groups = new PlaceholderGroups<>();
        for (Sibling<L> value : values) {
            Affix companion = forms.companion(value);
            groups.add(companion == null ? value.affix().normalized() : companion, List.of(value));
        }
        groups.joinHashedNames();
        groups.joinMedia();
        if (place.depth() > 0) {
            groups.joinRareFiles();
        }
        return groups.groups;
    }

    private void add(Affix affix, List<Sibling<L>> values) {
        groups.computeIfAbsent(affix, a -> new ArrayList<>()).addAll(values);
    }

    private void joinHashedNames() {
        Map<String, List<Affix>> bySuffix = new TreeMap<>();
        groups.forEach((affix, values) -> {
            if (!affix.prefix().isEmpty()
                    && SegmentKind.hashedFile(values.get(0).kind())) {
                bySuffix.computeIfAbsent(affix.suffix(), s -> new ArrayList<>()).add(affix);
            }
        });
        bySuffix.forEach((suffix, alike) -> {
            if (alike.size() > FEW_NAMES) {
                alike.forEach(affix -> add(new Affix("", suffix), groups.remove(affix)));
            }
        });
    }

    private void joinMedia() {
        List<Affix> media = groups.keySet().stream()
                .filter(affix -> affix.prefix().isEmpty() && FileExtension.media(affix.suffix()))
                .toList();
        if (media.size() > 1) {
            media.forEach(affix -> add(Affix.FILES, groups.remove(affix)));
        }
    }

    private void joinRareFiles() {
        long all = groups.values().stream().mapToLong(PlaceholderGroups::calls).sum();
        List<Affix> rare = groups.keySet().stream()
                .filter(affix -> groups.get(affix).get(0).shape() == Shape.FILE
                        && groups.get(affix).get(0).affix().normalized().equals(affix)
                        && RARE * calls(groups.get(affix)) < all)
                .toList();
        Affix into = groups.containsKey(Affix.NONE) ? Affix.NONE : Affix.FILES;
        rare.forEach(affix -> add(into, groups.remove(affix)));
    }

    private static <L extends Leaf<L>> long calls(List<Sibling<L>> values) {
        return values.stream().mapToLong(Sibling::calls).sum();
    }
}
