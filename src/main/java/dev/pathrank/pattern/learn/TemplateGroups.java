package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.SegmentTemplate.Piece;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The templates after one prefix with their values, in the order of their text. Those of files are merged where only
 * the format, or on a site of pages the form of a picture's name, tells them apart.
 *
 * @param <L> the type of the leaves
 */
final class TemplateGroups<L extends Leaf<L>> {
    /** An ending with at least one of this many rows is frequent. */
    private static final long RARE = 3;

    /** Media of another form are rare if those named after words have at least this many times their rows. */
    private static final long RARE_FORM = 8;

    private final Map<String, Group<L>> groups = new TreeMap<>();

    /** The templates of files that are named after the segment before them, or by a hash, in printed form. */
    private final Set<String> ownNames = new TreeSet<>();

    /**
     * Values of one template.
     *
     * @param <L> the type of the leaves
     */
    private record Group<L extends Leaf<L>>(SegmentTemplate template, List<Sibling<L>> values) {
        long rows() {
            return values.stream().mapToLong(Sibling::rows).sum();
        }

        /** Returns the ending of the template in lower case, with its point; empty where it has none. */
        String ending() {
            Piece last = template.pieces().get(template.pieces().size() - 1);
            return last.isPlaceholder() ? "" : SegmentNormalizer.normalize(last.text());
        }
    }

    void add(SegmentTemplate template, List<Sibling<L>> values) {
        groups.computeIfAbsent(printed(template), t -> new Group<>(template, new ArrayList<>()))
                .values
                .addAll(values);
    }

    /** Adds files that are named after the segment before them, or by a hash. */
    void addNamed(SegmentTemplate template, List<Sibling<L>> values) {
        ownNames.add(printed(template));
        add(template, values);
    }

    private static String printed(SegmentTemplate template) {
        return SegmentNormalizer.normalize(template.printed());
    }

    /** Calls {@code visitor} with the template and the values of each group. */
    void forEach(BiConsumer<SegmentTemplate, List<Sibling<L>>> visitor) {
        groups.values().forEach(group -> visitor.accept(group.template, group.values));
    }

    /**
     * Merges templates of files.
     *
     * @param top whether they are at the top of the host
     * @param site whether the host is a site of pages
     */
    void mergeFiles(boolean top, boolean site) {
        mergeMedia();
        if (!top) {
            mergeRareFiles(site);
            if (site) {
                mergePictures();
            }
        }
    }

    /** Merges templates that differ only in which format of picture, sound, font or archive they end in. */
    private void mergeMedia() {
        Map<String, List<String>> byBeginning = new TreeMap<>();
        groups.forEach((printed, group) -> {
            String format = format(group.ending());
            if (!format.isEmpty()) {
                byBeginning
                        .computeIfAbsent(
                                printed.substring(0, printed.length() - format.length()), b -> new ArrayList<>())
                        .add(printed);
            }
        });
        byBeginning.forEach((beginning, printed) -> {
            if (printed.size() > 1) {
                merge(
                        printed,
                        beginning.equals("<file>") || beginning.equals("<id>") ? "<file>" : beginning + ".<ext>");
            }
        });
        mergeRareMedia();
    }

    /** Merges media whose names have a rare form with those named after words, if these are many more. */
    private void mergeRareMedia() {
        String named = "";
        for (String printed : groups.keySet()) {
            named = printed.equals("<file>") || named.isEmpty() && isNamedMedia(printed) ? printed : named;
        }
        Group<L> main = groups.get(named);
        if (main == null) {
            return;
        }
        List<String> rare = new ArrayList<>();
        groups.forEach((printed, group) -> {
            if (!format(group.ending()).isEmpty() && RARE_FORM * group.rows() <= main.rows()) {
                rare.add(printed);
            }
        });
        if (!rare.isEmpty()) {
            String into = rare.stream().allMatch(each -> each.endsWith(format(main.ending()))) ? named : "<file>";
            rare.add(named);
            merge(rare, into);
        }
    }

    /** Merges pictures of all forms, unless they are named after the segment before them or by a hash. */
    private void mergePictures() {
        List<String> printed = new ArrayList<>();
        groups.forEach((each, group) -> {
            if (!ownNames.contains(each) && group.values.stream().allMatch(Sibling::isPicture)) {
                printed.add(each);
            }
        });
        if (printed.size() > 1) {
            merge(printed, "<file>");
        }
    }

    private static boolean isNamedMedia(String printed) {
        return printed.startsWith("<file>") && !format(printed).isEmpty() && printed.lastIndexOf('.') == 6;
    }

    private static String format(String ending) {
        int point = ending.lastIndexOf('.');
        String format = point < 0 ? "" : ending.substring(point);
        return FileExtension.isMedia(format) ? format : "";
    }

    private void merge(List<String> printed, String into) {
        List<Sibling<L>> values = new ArrayList<>();
        for (String each : printed) {
            Group<L> group = groups.remove(each);
            if (group != null) {
                values.addAll(group.values);
            }
        }
        add(SegmentTemplate.parsed(into), values);
    }

    /**
     * Merges files of several formats, those that are not frequent, or on a site all that stand beside files of unknown
     * formats: then the format belongs to the value. One format of data beside values without any is a representation
     * of its own.
     */
    private void mergeRareFiles(boolean site) {
        long all = groups.values().stream().mapToLong(Group::rows).sum();
        boolean unknown = site && groups.values().stream().anyMatch(TemplateGroups::hasUnknownFormats);
        List<String> rare = new ArrayList<>();
        String whole = "";
        int files = 0;
        for (Map.Entry<String, Group<L>> entry : groups.entrySet()) {
            Group<L> group = entry.getValue();
            if (group.template.isWhole()) {
                whole = entry.getKey();
            } else if (entry.getKey().startsWith("<file>.") && group.template.placeholders() == 1) {
                files++;
                if (RARE * group.rows() < all || unknown && !FileExtension.isPage(group.ending())) {
                    rare.add(entry.getKey());
                }
            }
        }
        boolean representation = files == 1 && rare.stream().allMatch(each -> FileExtension.isData(each.substring(6)));
        if (!rare.isEmpty() && !representation) {
            merge(rare, whole.isEmpty() ? "<file>" : whole);
        }
    }

    /** Whether most names of a group without an ending have a point. */
    private static <L extends Leaf<L>> boolean hasUnknownFormats(Group<L> group) {
        List<Sibling<L>> kept =
                group.values.stream().filter(s -> !s.isOverflow()).toList();
        return group.template.isWhole()
                && 2 * kept.stream().filter(s -> s.name().indexOf('.') > 0).count() > kept.size();
    }
}
