package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
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
 * Parameter values after one prefix, grouped by placeholder: those with the same text around them, except where the
 * text belongs to the value.
 *
 * <p>An extension stays in the pattern where it names a representation ({@code <id>.json}). Pictures, sounds, fonts and
 * archives of different extensions are one group, and so are files of any kind where each extension is one of many.
 * Many names before a hash, each with few hashes, are a part of the value.
 *
 * @param <L> the type of the leaves
 */
final class PlaceholderGroups<L extends Leaf<L>> {
    /** The most names before a hash that are literal text; more are a part of the values. */
    private static final int FEW_NAMES = 3;

    /** Files of one extension are a group of their own if they have at least one of this many rows. */
    private static final long RARE = 3;

    private final Map<Affix, List<Sibling<L>>> groups = new TreeMap<>(Affix.ORDER);

    private PlaceholderGroups() {}

    /**
     * Returns the groups of {@code values} by the text around them; {@link Affix#NONE} where there is none or there are
     * several.
     */
    static <L extends Leaf<L>> Map<Affix, List<Sibling<L>>> of(
            PatternPrefix<L> prefix, List<Sibling<L>> values, FormRules<L> forms) {
        PlaceholderGroups<L> groups = new PlaceholderGroups<>();
        for (Sibling<L> value : values) {
            Affix companion = forms.companion(value);
            groups.add(companion == null ? value.affix().normalized() : companion, List.of(value));
        }
        groups.mergeHashedNames();
        groups.mergeMedia();
        if (prefix.depth() > 0) {
            groups.mergeRareFiles();
        }
        return groups.groups;
    }

    private void add(Affix affix, List<Sibling<L>> values) {
        groups.computeIfAbsent(affix, a -> new ArrayList<>()).addAll(values);
    }

    private void move(Affix from, Affix to) {
        List<Sibling<L>> values = groups.remove(from);
        if (values != null) {
            add(to, values);
        }
    }

    private void mergeHashedNames() {
        Map<String, List<Affix>> bySuffix = new TreeMap<>();
        groups.forEach((affix, values) -> {
            if (!affix.prefix().isEmpty()
                    && SegmentKind.isHashedFile(values.get(0).kind())) {
                bySuffix.computeIfAbsent(affix.suffix(), s -> new ArrayList<>()).add(affix);
            }
        });
        bySuffix.forEach((suffix, alike) -> {
            if (alike.size() > FEW_NAMES) {
                alike.forEach(affix -> move(affix, new Affix("", suffix)));
            }
        });
    }

    private void mergeMedia() {
        List<Affix> media = groups.keySet().stream()
                .filter(affix -> affix.prefix().isEmpty() && FileExtension.isMedia(affix.suffix()))
                .toList();
        if (media.size() > 1) {
            media.forEach(affix -> move(affix, Affix.FILES));
        }
    }

    private void mergeRareFiles() {
        long all = groups.values().stream().mapToLong(PlaceholderGroups::rows).sum();
        List<Affix> rare = new ArrayList<>();
        groups.forEach((affix, values) -> {
            Sibling<L> first = values.get(0);
            if (first.shape() == Shape.FILE && first.affix().normalized().equals(affix) && RARE * rows(values) < all) {
                rare.add(affix);
            }
        });
        Affix into = groups.containsKey(Affix.NONE) ? Affix.NONE : Affix.FILES;
        rare.forEach(affix -> move(affix, into));
    }

    private static <L extends Leaf<L>> long rows(List<Sibling<L>> values) {
        return values.stream().mapToLong(Sibling::rows).sum();
    }
}
