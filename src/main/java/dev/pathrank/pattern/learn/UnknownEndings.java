package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a site whose endings are not among the known ones, such as {@code .mid} or {@code .tar.gz.sig}, beside
 * at least as many pages, pictures or archives: one template for each ending, where nearly all names have one of a few.
 * Names that were not kept belong to the ending that all kept names of their kind have.
 */
final class UnknownEndings {
    /** The fewest files with one ending. */
    private static final int FEWEST = 6;

    /** The most endings that are told apart. */
    private static final int MOST = 4;

    /** At least this part of the names with a point must end in one of these. */
    private static final double NEARLY_ALL = 0.8;

    /** The last ending of a name, with that of a packed archive before it. */
    private static final Pattern ENDING =
            Pattern.compile("(?:\\.tar\\.[a-z0-9]{1,3}|\\.(?:gz|zip|iso|exe))?\\.[a-z][a-z0-9]{0,6}$");

    private UnknownEndings() {}

    /**
     * Returns the segments by their ending, which are a part of {@code whole}.
     *
     * @param values all parameter values of the place
     */
    static <L extends Leaf<L>> Map<String, List<Sibling<L>>> find(List<Sibling<L>> whole, List<Sibling<L>> values) {
        Map<String, List<Sibling<L>>> byEnding = new TreeMap<>();
        Map<Integer, Set<String>> byKind = new HashMap<>();
        int pointed = 0;
        for (Sibling<L> s : whole) {
            String ending = s.isOverflow() ? "" : ending(s);
            if (!ending.isEmpty()) {
                pointed++;
                byEnding.computeIfAbsent(ending, e -> new ArrayList<>()).add(s);
            }
            if (!s.isOverflow()) {
                byKind.computeIfAbsent(s.kind(), kind -> new HashSet<>()).add(ending);
            }
        }
        byEnding.values().removeIf(alike -> alike.size() < FEWEST);
        long known = values.stream().filter(UnknownEndings::isPageOrMedia).count();
        int in = byEnding.values().stream().mapToInt(List::size).sum();
        if (byEnding.size() > MOST || in < NEARLY_ALL * pointed || known < pointed) {
            return Map.of();
        }
        for (Sibling<L> s : whole) {
            Set<String> of = byKind.getOrDefault(s.kind(), Set.of());
            if (s.isOverflow() && of.size() == 1) {
                byEnding.getOrDefault(of.iterator().next(), new ArrayList<>()).add(s);
            }
        }
        return byEnding;
    }

    private static <L extends Leaf<L>> boolean isPageOrMedia(Sibling<L> s) {
        int group = FileExtension.group(SegmentKind.extension(s.kind()));
        return group == FileExtension.PAGE_GROUP || group == FileExtension.MEDIA_GROUP;
    }

    private static <L extends Leaf<L>> String ending(Sibling<L> s) {
        Matcher ending = ENDING.matcher(SegmentNormalizer.normalize(s.name()));
        return ending.find() && ending.start() > 0 ? ending.group() : "";
    }
}
