package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.PartType;
import dev.pathrank.pattern.segment.Skeleton;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The form of each segment after one prefix. It is that of its {@linkplain Skeleton skeleton}, unless a value only
 * happens to look like another type: among hashes of 16 digits some have no letter, and among codes of eight letters
 * and digits some are hexadecimal. A version of two numbers is one, beside versions of more.
 *
 * @param <L> the type of the leaves
 */
final class SegmentForms<L extends Leaf<L>> {
    /** A form counts as chance if another form with the same outline has at least this many times its rows. */
    private static final int OUTNUMBERS = 4;

    private final IdentityHashMap<Sibling<L>, String> forms = new IdentityHashMap<>();

    SegmentForms(List<Sibling<L>> siblings) {
        Map<String, Map<String, List<Sibling<L>>>> byOutline = new TreeMap<>();
        for (Sibling<L> s : siblings) {
            String form = s.skeleton().form();
            forms.put(s, form);
            if (s.isFile() || !s.skeleton().isWhole()) {
                byOutline
                        .computeIfAbsent(s.skeleton().outline(), outline -> new TreeMap<>())
                        .computeIfAbsent(form, f -> new ArrayList<>())
                        .add(s);
            }
        }
        byOutline.values().forEach(byForm -> {
            unite(byForm);
            uniteVersions(byForm);
        });
    }

    /** Gives names with {@code 1.2} and names with {@code 1.2.3} at the same place one form: both are versions. */
    private void uniteVersions(Map<String, List<Sibling<L>>> byForm) {
        byForm.forEach((form, alike) -> {
            String version = form.replace("<" + PartType.NUMBER + ">", "<" + PartType.VERSION + ">");
            if (byForm.containsKey(version)) {
                alike.stream().filter(s -> of(s).equals(form)).forEach(s -> forms.put(s, version));
            }
        });
    }

    /** Returns the form of a segment. */
    String of(Sibling<L> sibling) {
        return forms.getOrDefault(sibling, "");
    }

    private void unite(Map<String, List<Sibling<L>>> byForm) {
        if (byForm.size() < 2) {
            return;
        }
        List<Map.Entry<String, List<Sibling<L>>>> most = new ArrayList<>(byForm.entrySet());
        most.sort(Comparator.comparingLong(entry -> -rows(entry.getValue())));
        Map.Entry<String, List<Sibling<L>>> main = most.get(0);
        List<Set<Integer>> lengths = lengths(main.getValue());
        for (Map.Entry<String, List<Sibling<L>>> other : most.subList(1, most.size())) {
            List<Sibling<L>> few = other.getValue();
            if (OUTNUMBERS * rows(few) <= rows(main.getValue())
                    && few.stream().allMatch(s -> looksAlike(s, main.getValue().get(0), lengths))) {
                few.forEach(s -> forms.put(s, main.getKey()));
            }
        }
    }

    private static <L extends Leaf<L>> long rows(List<Sibling<L>> siblings) {
        return siblings.stream().mapToLong(Sibling::rows).sum();
    }

    private static <L extends Leaf<L>> List<Set<Integer>> lengths(List<Sibling<L>> siblings) {
        List<Set<Integer>> lengths = new ArrayList<>();
        siblings.get(0).skeleton().parts().forEach(part -> lengths.add(new HashSet<>()));
        for (Sibling<L> s : siblings) {
            List<Skeleton.Part> parts = s.skeleton().parts();
            for (int i = 0; i < parts.size(); i++) {
                lengths.get(i).add(parts.get(i).text().length());
            }
        }
        return lengths;
    }

    /** Returns whether each value of a differing type has a length that also occurs in the usual form. */
    private static <L extends Leaf<L>> boolean looksAlike(Sibling<L> s, Sibling<L> usual, List<Set<Integer>> lengths) {
        List<Skeleton.Part> parts = s.skeleton().parts();
        List<Skeleton.Part> like = usual.skeleton().parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).type() != like.get(i).type()
                    && (!mayBeMistaken(parts.get(i).type())
                            || !mayBeMistaken(like.get(i).type())
                            || !lengths.get(i).contains(parts.get(i).text().length()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBeMistaken(PartType type) {
        return type == PartType.WORDS || type == PartType.INTEGER || type == PartType.HEX;
    }
}
