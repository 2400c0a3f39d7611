package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.SegmentTemplate.Piece;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The templates after one prefix with their values, in the order of their text. Those of files are merged where only
 * the format, or on a site of pages the form of a picture's name, tells them apart.
 *
 * @param <L> the type of the leaves
 */
final class TemplateGroups<L extends Leaf<L>> {
    /** An ending with at least one of this many rows is frequent. */
    private static final long RARE = 3;

    /** What precedes the format of a packed archive. */
    private static final String TAR = ".tar";

    /** At least this many pages of one form make a folder of pages. */
    private static final int PAGES = 3;

    /**
     * Pages are a large part of the files if they have at least one of this many rows of those that are no pictures.
     */
    private static final long PAGE_PART = 5;

    /** Media of another form are rare if those named after words have at least this many times their rows. */
    private static final long RARE_FORM = 8;

    /** At least this many files, and one of {@link #PART_BARE}, must also stand there without their ending. */
    private static final int SEVERAL_BARE = 2;

    private static final int PART_BARE = 5;

    private final Map<String, Group<L>> groups = new TreeMap<>();

    /** The templates of files that are {@linkplain #addNamed named} otherwise than by words, in printed form. */
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

        /** Returns the rows that end with the values, which is all of those of files and few of those of folders. */
        long endingRows() {
            return values.stream().mapToLong(s -> s.distribution().ending()).sum();
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

    /** Adds files that are named after the segment before them or by a hash, or that have an unknown ending. */
    void addNamed(SegmentTemplate template, List<Sibling<L>> values) {
        ownNames.add(printed(template));
        add(template, values);
    }

    /** Adds a value to the group that another one is in. */
    void addBeside(Sibling<L> value, Sibling<L> other) {
        groups.values().stream()
                .filter(group -> group.values.contains(other))
                .findFirst()
                .ifPresent(group -> group.values.add(value));
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
        boolean pages = site && hasPages();
        mergeMedia(pages ? TemplateGroups::pictureFormat : TemplateGroups::format);
        if (top) {
            return;
        }
        if (!pages) {
            mergeRareFiles(site);
        }
        if (site) {
            mergePictures();
            mergeSinglePages();
        }
    }

    /**
     * Whether pages are a large part of the files: then texts, sounds and archives beside them are each of their own
     * kind. A few pages among uploads of every format are not.
     */
    private boolean hasPages() {
        long all = groups.values().stream()
                .filter(group -> !FileExtension.isPicture(group.ending()))
                .mapToLong(Group::endingRows)
                .sum();
        return groups.values().stream()
                .anyMatch(group -> FileExtension.isPage(group.ending())
                        && PAGE_PART * group.rows() >= all
                        && (group.values.size() >= PAGES
                                || group.values.stream().anyMatch(Sibling::isOverflow)));
    }

    /** Merges templates that differ only in which format they end in, of those that {@code formats} returns. */
    private void mergeMedia(UnaryOperator<String> formats) {
        Map<String, List<String>> byBeginning = new TreeMap<>();
        groups.forEach((printed, group) -> {
            String format = formats.apply(group.ending());
            if (!format.isEmpty()) {
                byBeginning
                        .computeIfAbsent(
                                printed.substring(0, printed.length() - format.length()), b -> new ArrayList<>())
                        .add(printed);
            }
        });
        byBeginning.forEach((beginning, printed) -> {
            if (printed.size() > 1) {
                boolean any = beginning.equals("<file>") || beginning.equals("<id>");
                String tar = printed.stream().allMatch(each -> each.startsWith(beginning + TAR + ".")) ? TAR : "";
                merge(printed, any && tar.isEmpty() ? "<file>" : beginning + tar + ".<ext>");
            }
        });
        mergeRareMedia(formats);
    }

    /** Merges media whose names have a rare form with those named after words, if these are many more. */
    private void mergeRareMedia(UnaryOperator<String> formats) {
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
            if (!formats.apply(group.ending()).isEmpty() && RARE_FORM * group.rows() <= main.rows()) {
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

    /** Merges the only page with a name of another form, such as a number, with those named after words. */
    private void mergeSinglePages() {
        for (String printed : List.copyOf(groups.keySet())) {
            Group<L> group = Objects.requireNonNull(groups.get(printed));
            String named = "<file>" + group.ending();
            Group<L> pages = groups.get(named);
            if (FileExtension.isPage(group.ending())
                    && !printed.equals(named)
                    && !ownNames.contains(printed)
                    && group.values.size() == 1
                    && !group.values.get(0).isOverflow()
                    && pages != null
                    && pages.values.size() >= PAGES) {
                merge(List.of(printed, named), named);
            }
        }
    }

    private static boolean isNamedMedia(String printed) {
        return printed.startsWith("<file>") && !format(printed).isEmpty() && printed.lastIndexOf('.') == 6;
    }

    private static String format(String ending) {
        int point = ending.lastIndexOf('.');
        String format = point < 0 ? "" : ending.substring(point);
        if (!FileExtension.isMedia(format)) {
            return "";
        }
        return ending.endsWith(TAR + format) ? TAR + format : format;
    }

    private static String pictureFormat(String ending) {
        String format = format(ending);
        return FileExtension.isPicture(format) ? format : "";
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
     * of its own, and so is another whose names also stand there without it.
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
            } else if (entry.getKey().startsWith("<file>.")
                    && group.template.placeholders() == 1
                    && !ownNames.contains(entry.getKey())) {
                files++;
                if (RARE * group.rows() < all || unknown && !FileExtension.isPage(group.ending())) {
                    rare.add(entry.getKey());
                }
            }
        }
        boolean representation = files == 1
                && rare.stream()
                        .allMatch(each ->
                                FileExtension.isData(each.substring(6)) || !site && isAlsoBare(groups.get(each)));
        if (!rare.isEmpty() && !representation) {
            merge(rare, whole.isEmpty() ? "<file>" : whole);
        }
    }

    /**
     * Whether enough of the files in a group are also named without their ending: {@code /orders} and
     * {@code /orders.txt}.
     */
    private boolean isAlsoBare(@Nullable Group<L> files) {
        if (files == null) {
            return false;
        }
        Set<String> bare = new TreeSet<>();
        groups.values().stream()
                .filter(group -> group.template.isWhole())
                .forEach(group -> group.values.forEach(s -> bare.add(s.name())));
        List<Sibling<L>> kept =
                files.values.stream().filter(s -> !s.isOverflow()).toList();
        long both = kept.stream().filter(s -> bare.contains(s.core())).count();
        return both >= SEVERAL_BARE && PART_BARE * both >= kept.size();
    }

    /** Whether most names of a group without an ending have a point. */
    private static <L extends Leaf<L>> boolean hasUnknownFormats(Group<L> group) {
        List<Sibling<L>> kept =
                group.values.stream().filter(s -> !s.isOverflow()).toList();
        return group.template.isWhole()
                && 2 * kept.stream().filter(s -> s.name().indexOf('.') > 0).count() > kept.size();
    }
}
