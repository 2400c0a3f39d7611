package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.SegmentTemplate.Piece;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.PartType;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Skeleton;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Parameter values after one prefix, grouped by the template that they have in common.
 *
 * <p>Segments whose {@linkplain Skeleton skeletons} have the same form are one template. A word in it is text if all
 * segments share it, or if few words occur there and each of them with many values. All others are values. Endings tell
 * templates apart, except those of pictures, sounds, fonts and archives, whose format varies from file to file.
 *
 * @param <L> the type of the leaves
 */
final class SegmentTemplates<L extends Leaf<L>> {
    /** The most words in one place that are text if they differ. */
    private static final int FEW_WORDINGS = 3;

    /** Where more words differ, a word is text if at least this many values have it. */
    private static final int MANY = 8;

    /** Words are text only if they stand beside at least this many different values. */
    static final int NUMBERED = 3;

    /** Words are text only if at least this part of the segments have words that are. */
    private static final double MOST = 0.8;

    private final TemplateGroups<L> groups = new TemplateGroups<>();

    /** Templates of values with nothing but signs between them. */
    private final Map<SegmentTemplate, List<Sibling<L>>> withoutText = new LinkedHashMap<>();

    /** Calls {@code visitor} with the template and the values of each group. */
    static <L extends Leaf<L>> void forEach(
            PatternPrefix<L> prefix,
            String before,
            List<Sibling<L>> values,
            FormRules<L> forms,
            boolean site,
            BiConsumer<SegmentTemplate, List<Sibling<L>>> visitor) {
        SegmentTemplates<L> templates = new SegmentTemplates<>();
        Map<String, List<Sibling<L>>> byForm = new TreeMap<>();
        List<Sibling<L>> whole = new ArrayList<>();
        boolean spaces = site && NameSpaces.part(values);
        Map<Affix, Sibling<L>> hashed = hashed(values);
        Map<Sibling<L>, Sibling<L>> likeHashed = new LinkedHashMap<>();
        for (Sibling<L> value : values) {
            Affix companion = forms.companion(value);
            Sibling<L> hash = companion == null || !forms.isHash(value) ? null : hashed.get(companion);
            if (hash != null && !hash.equals(value)) {
                likeHashed.put(value, hash);
            } else if (companion != null) {
                SegmentTemplate around = around(companion, forms.isHash(value) ? "hex" : "file");
                templates.groups.addNamed(around, List.of(value));
            } else if (isWhole(value) || spaces && NameSpaces.isIn(value)) {
                whole.add(value);
            } else {
                byForm.computeIfAbsent(forms.forms().of(value), form -> new ArrayList<>())
                        .add(value);
            }
        }
        boolean sorts = site && prefix.placeholders() == 0;
        byForm.values().forEach(alike -> templates.addForm(alike, forms, sorts && !isMedia(alike)));
        for (List<Sibling<L>> numbered : site ? NumberedPages.find(prefix, whole) : List.<List<Sibling<L>>>of()) {
            whole.removeAll(numbered);
            templates.groups.add(template(numbered), numbered);
        }
        if (site) {
            UnknownEndings.find(whole, values).forEach((ending, alike) -> {
                whole.removeAll(alike);
                templates.groups.addNamed(around(new Affix("", ending), "file"), alike);
            });
        }
        templates.addWhole(before, whole);
        templates.groups.mergeFiles(prefix.depth() == 0, site);
        likeHashed.forEach(templates.groups::addBeside);
        templates.groups.forEach(visitor);
    }

    /** Returns a file that is named by a hash, for each text around it. */
    private static <L extends Leaf<L>> Map<Affix, Sibling<L>> hashed(List<Sibling<L>> values) {
        Map<Affix, Sibling<L>> hashed = new HashMap<>();
        values.stream()
                .filter(value -> SegmentKind.isHashedFile(value.kind()) && !value.isOverflow())
                .forEach(value -> hashed.putIfAbsent(value.affix(), value));
        return hashed;
    }

    private static <L extends Leaf<L>> boolean isWhole(Sibling<L> value) {
        return !value.isFile() && value.skeleton().isWhole();
    }

    private static SegmentTemplate around(Affix affix, String name) {
        List<Piece> pieces = new ArrayList<>();
        if (!affix.prefix().isEmpty()) {
            pieces.add(Piece.literal(affix.prefix()));
        }
        pieces.add(Piece.placeholder(name));
        if (!affix.suffix().isEmpty()) {
            pieces.add(Piece.literal(affix.suffix()));
        }
        return new SegmentTemplate(pieces);
    }

    private static <L extends Leaf<L>> boolean isMedia(List<Sibling<L>> alike) {
        return alike.stream().anyMatch(s -> FileExtension.isMedia(SegmentKind.extension(s.kind())));
    }

    /**
     * Adds the template of siblings of one form, or several that differ in words.
     *
     * @param sorts whether they may be pages of any number of sorts
     */
    private void addForm(List<Sibling<L>> alike, FormRules<L> forms, boolean sorts) {
        Map<String, List<Sibling<L>>> byWording = new TreeMap<>();
        alike.forEach(value -> byWording
                .computeIfAbsent(value.skeleton().wording(), wording -> new ArrayList<>())
                .add(value));
        List<List<Sibling<L>>> apart = byWording.values().stream()
                .filter(same -> isTemplate(same) && !same.stream().allMatch(forms::repeatsValue))
                .toList();
        if (sorts && apart.size() > FEW_WORDINGS) {
            apart = apart.stream().filter(same -> same.size() >= MANY).toList();
        }
        int in = apart.stream().mapToInt(List::size).sum();
        if (!sorts && apart.size() > FEW_WORDINGS || in < MOST * alike.size()) {
            addTemplate(alike);
            return;
        }
        List<Sibling<L>> others = new ArrayList<>(alike);
        apart.forEach(same -> {
            others.removeAll(same);
            addTemplate(same);
        });
        if (!others.isEmpty()) {
            addTemplate(others);
        }
    }

    /** Whether siblings have the same words and differ in numbers or other values. */
    private static <L extends Leaf<L>> boolean isTemplate(List<Sibling<L>> same) {
        return same.get(0).skeleton().hasNumbers()
                && (same.size() >= NUMBERED || same.stream().anyMatch(Sibling::isOverflow));
    }

    private void addTemplate(List<Sibling<L>> alike) {
        SegmentTemplate template = template(alike);
        boolean text = template.pieces().stream().anyMatch(piece -> !piece.isPlaceholder() && !isJoiner(piece.text()));
        if (text) {
            groups.add(template, alike);
        } else {
            withoutText.put(template, alike);
        }
    }

    /**
     * Adds values that are whole segments. Parts with nothing but hyphens and the like between them are one value,
     * unless all values of the place have them.
     */
    private void addWhole(String before, List<Sibling<L>> values) {
        if (values.isEmpty() && withoutText.size() == 1) {
            withoutText.forEach(groups::add);
            return;
        }
        List<Sibling<L>> whole = new ArrayList<>(values);
        if (withoutText.isEmpty()) {
            CompoundPlaceholders.pairsBesideNumbers(values).forEach((template, pairs) -> {
                whole.removeAll(pairs);
                groups.add(SegmentTemplate.parsed(template), pairs);
            });
        }
        withoutText.values().forEach(whole::addAll);
        if (!whole.isEmpty()) {
            groups.add(
                    CompoundPlaceholders.placeholder(before, whole)
                            .map(SegmentTemplate::parsed)
                            .orElseGet(() -> SegmentTemplate.whole(PlaceholderNames.of(whole))),
                    whole);
        }
    }

    private static boolean isJoiner(String text) {
        return text.chars().allMatch(c -> "-_.,+ x".indexOf(c) >= 0);
    }

    private static <L extends Leaf<L>> SegmentTemplate template(List<Sibling<L>> alike) {
        List<Skeleton.Part> like = usual(alike).parts();
        List<Piece> pieces = new ArrayList<>();
        boolean others = like.stream().filter(part -> part.type().isSlot()).count() > 1;
        for (int i = 0; i < like.size(); i++) {
            Skeleton.Part part = like.get(i);
            if (!part.type().isSlot()) {
                pieces.add(Piece.literal(part.text()));
            } else if (part.type() != PartType.WORDS) {
                pieces.add(Piece.placeholder(others ? part.type().placeholder() : nameOfOnly(alike)));
            } else {
                addWords(pieces, alike, i, others);
            }
        }
        return joined(pieces);
    }

    /** Returns the skeleton of most siblings; a few may look otherwise by chance. */
    private static <L extends Leaf<L>> Skeleton usual(List<Sibling<L>> alike) {
        Map<String, Integer> times = new TreeMap<>();
        Skeleton usual = alike.get(0).skeleton();
        int most = 0;
        for (Sibling<L> s : alike) {
            int n = times.merge(s.skeleton().form(), 1, Integer::sum);
            usual = n > most ? s.skeleton() : usual;
            most = Math.max(n, most);
        }
        return usual;
    }

    /** Adds the words at a place of the skeletons: text where they are the same in all, but for numbers among them. */
    private static <L extends Leaf<L>> void addWords(
            List<Piece> pieces, List<Sibling<L>> alike, int at, boolean others) {
        Set<String> texts = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        alike.forEach(value -> {
            Skeleton.Part part = value.skeleton().parts().get(at);
            texts.add(part.text());
            words.add(part.unnumbered());
        });
        String only = words.iterator().next();
        boolean numbered = only.indexOf('#') >= 0;
        if (words.size() > 1 || !numbered && !others || only.chars().allMatch(c -> c == '#')) {
            pieces.add(Piece.placeholder(others ? PartType.WORDS.placeholder() : nameOfOnly(alike)));
        } else if (!numbered || texts.size() == 1 && others) {
            pieces.add(Piece.literal(texts.iterator().next()));
        } else {
            boolean several = others || only.indexOf('#') != only.lastIndexOf('#');
            for (int i = 0; i < only.length(); i++) {
                pieces.add(
                        only.charAt(i) == '#'
                                ? Piece.placeholder(several ? "number" : "id")
                                : Piece.literal(only.substring(i, i + 1)));
            }
        }
    }

    private static <L extends Leaf<L>> String nameOfOnly(List<Sibling<L>> values) {
        boolean file = values.stream()
                .anyMatch(value -> value.isFile()
                        && value.skeleton().parts().stream().anyMatch(part -> part.type() == PartType.WORDS));
        return file && values.stream().noneMatch(value -> SegmentKind.isHashedFile(value.kind()))
                ? "file"
                : PlaceholderNames.of(values);
    }

    /** Returns a template in which neighbouring texts are one. */
    private static SegmentTemplate joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && !last.isPlaceholder() && !piece.isPlaceholder()) {
                joined.set(joined.size() - 1, Piece.literal(last.text() + piece.text()));
            } else {
                joined.add(piece);
            }
        }
        return new SegmentTemplate(joined);
    }
}
