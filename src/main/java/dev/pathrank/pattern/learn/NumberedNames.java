package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.NonEmptyChildren;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Segments after one prefix that are values because others differ from them in a number alone, and the folders over
 * which files are spread by the beginning of their names.
 *
 * @param <L> what is counted at the leaves
 */
final class NumberedNames<L extends Leaf<L>> {
    /** At least this many segments of one character, or two hexadecimal digits, are buckets. */
    private static final int BUCKETS = 8;

    /** At least this many folders whose names are the beginnings of all names in them are buckets. */
    private static final int BEGINNINGS = 4;

    /** The longest of these names. */
    private static final int LONGEST_BEGINNING = 4;

    /** Letters and a number before endings that are not known: {@code vol9.ps.Z}. */
    private static final Pattern ENDED = Pattern.compile("[A-Za-z]+[0-9]+(?:\\.[A-Za-z]+)+");

    private static final Pattern SINGLE = Pattern.compile("[0-9A-Za-z]");
    private static final Pattern TWO_HEX = Pattern.compile("[0-9a-f]{2}");

    private final List<Sibling<L>> siblings;
    private final SegmentForms<L> forms;

    NumberedNames(List<Sibling<L>> siblings, SegmentForms<L> forms) {
        this.siblings = siblings;
        this.forms = forms;
    }

    /** Returns the segments that are values. */
    Set<Sibling<L>> find() {
        Set<Sibling<L>> found = numbered();
        found.addAll(buckets());
        return found;
    }

    /**
     * Returns the segments that are values because others have the same words and differ in numbers alone, or the same
     * form if most of that form are such values.
     */
    private Set<Sibling<L>> numbered() {
        Map<String, List<Sibling<L>>> byForm = new HashMap<>();
        Map<String, Integer> byWording = new HashMap<>();
        for (Sibling<L> s : siblings) {
            if (s.isFile()
                    || SegmentKind.hasParts(s.kind())
                    || ENDED.matcher(s.name()).matches()) {
                byForm.computeIfAbsent(forms.of(s), form -> new ArrayList<>()).add(s);
                if (s.skeleton().hasNumbers()) {
                    byWording.merge(
                            s.skeleton().wording(), s.isOverflow() ? SegmentTemplates.NUMBERED : 1, Integer::sum);
                }
            }
        }
        Set<Sibling<L>> numbered = new HashSet<>();
        byForm.values().forEach(alike -> {
            List<Sibling<L>> values = alike.stream()
                    .filter(s -> s.isOpaque()
                            || byWording.getOrDefault(s.skeleton().wording(), 0) >= SegmentTemplates.NUMBERED)
                    .toList();
            numbered.addAll(2 * values.size() >= alike.size() ? alike : values);
        });
        return numbered;
    }

    /**
     * Returns folders over which many files are spread by the beginning of a hash or of their names: segments of one
     * character, of two hexadecimal digits, and those with which every name in them begins ({@code /liba/libapt}).
     */
    private Set<Sibling<L>> buckets() {
        Set<Sibling<L>> single = new HashSet<>();
        Set<Sibling<L>> hex = new HashSet<>();
        Set<Sibling<L>> beginnings = new HashSet<>();
        boolean digits = false;
        for (Sibling<L> s : siblings) {
            if (isBeginning(s)) {
                beginnings.add(s);
            }
            if (SINGLE.matcher(s.name()).matches()) {
                single.add(s);
            } else if (TWO_HEX.matcher(s.name()).matches()) {
                hex.add(s);
                digits |= s.name().chars().anyMatch(c -> c <= '9');
            }
        }
        Set<Sibling<L>> buckets = new HashSet<>(single.size() < BUCKETS ? Set.of() : single);
        buckets.addAll(hex.size() < BUCKETS || !digits ? Set.of() : hex);
        buckets.addAll(beginnings.size() < BEGINNINGS ? Set.of() : beginnings);
        return buckets;
    }

    /** Whether all names in a folder begin with its short name. */
    private static <L extends Leaf<L>> boolean isBeginning(Sibling<L> folder) {
        String beginning = SegmentNormalizer.normalize(folder.name());
        if (folder.isOverflow() || beginning.length() > LONGEST_BEGINNING) {
            return false;
        }
        int[] names = {0, 0};
        folder.nodes()
                .forEach(node -> NonEmptyChildren.forEach(node, any -> true, (child, slashes) -> {
                    if (!child.isOverflow() && child.leaf() == null) {
                        String name = SegmentNormalizer.normalize(child.name());
                        names[name.length() > beginning.length() && name.startsWith(beginning) ? 0 : 1]++;
                    }
                }));
        return names[0] > 0 && names[1] == 0;
    }
}
