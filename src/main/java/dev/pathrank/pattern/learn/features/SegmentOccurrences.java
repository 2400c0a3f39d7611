package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The occurrences of each text as a segment in the tree of a host, and the probabilities that they are parameter
 * values.
 */
public final class SegmentOccurrences {
    /** The most contexts that are counted. */
    private static final int CONTEXTS = 16;

    /** A host is a site of pages if more than this part of its rows are for pages and files that pages load. */
    private static final double SITE = 0.1;

    /** Other rows for media count as one for this many: interfaces have uploads, mirrors hardly anything else. */
    private static final int MEDIA = 3;

    /** At least this many {@linkplain WikiNames#isPage names of wiki pages} after one prefix are pages. */
    private static final int PAGES = 12;

    private final Map<String, Uses> uses = new HashMap<>();
    private long shown;
    private long media;
    private double siteShare;
    private boolean wiki;

    /** The occurrences of one text. */
    static final class Uses {
        private final Set<String> after = new HashSet<>();
        private int nodes;
        private double sum;
        private double count;
        private final Map<String, double[]> byContext = new HashMap<>();

        /** Returns the number of tree nodes with this text. */
        int nodes() {
            return nodes;
        }

        /** Returns the number of different texts that precede it, at most {@value #CONTEXTS}. */
        int contexts() {
            return after.size();
        }
    }

    /** Returns the occurrences below a host; hosts do not learn from each other. */
    public static <L extends Leaf<L>> SegmentOccurrences of(Node<L> host) {
        return of(host, 0);
    }

    /**
     * As {@link #of(Node)}, for requests that failed.
     *
     * @param answered the {@link #siteShare} of the requests that were answered
     */
    public static <L extends Leaf<L>> SegmentOccurrences of(Node<L> host, double answered) {
        SegmentOccurrences occurrences = new SegmentOccurrences();
        occurrences.add(host);
        double files = occurrences.shown + (double) occurrences.media / MEDIA;
        occurrences.siteShare = Math.max(answered, files / Math.max(1, host.subtreeRows()));
        return occurrences;
    }

    private <L extends Leaf<L>> void add(Node<L> parent) {
        String context = parent.shape().isOpaque() || parent.isOverflow() ? "/" : parent.name();
        int pages = 0;
        long pageRows = 0;
        for (Node<L> child : NonEmptyChildren.list(parent, node -> true)) {
            if (!child.shape().isMethod()) {
                if (!child.isOverflow() && WikiNames.isPage(child.name())) {
                    pages++;
                    pageRows += child.subtreeRows();
                }
                int extension = SegmentKind.extension(child.kind());
                if (FileExtension.isShown(extension)) {
                    shown += child.subtreeRows();
                } else if (FileExtension.isMedia(extension)) {
                    media += child.subtreeRows();
                }
                if (!child.isOverflow()) {
                    Uses of = uses.computeIfAbsent(child.name(), name -> new Uses());
                    of.nodes++;
                    if (of.after.size() < CONTEXTS) {
                        of.after.add(context);
                    }
                }
                add(child);
            }
        }
        if (pages >= PAGES) {
            wiki = true;
            shown += pageRows;
        }
    }

    /** Returns whether many rows are for pages, style sheets, scripts or pictures, or most for other media. */
    public boolean isSite() {
        return siteShare > SITE;
    }

    /** Whether many {@linkplain WikiNames#isPage names of wiki pages} follow one prefix. */
    public boolean isWiki() {
        return wiki;
    }

    /**
     * Returns the part of all rows that are for pages, style sheets, scripts, pictures or, counted less, other media.
     */
    public double siteShare() {
        return siteShare;
    }

    /** Returns the occurrences of a text. */
    Uses of(String text) {
        return uses.getOrDefault(text, NONE);
    }

    private static final Uses NONE = new Uses();

    /** Stores the probability that a text is a parameter value after a context. */
    public void addProbability(String text, String context, double probability) {
        Uses of = uses.computeIfAbsent(text, name -> new Uses());
        of.sum += probability;
        of.count++;
        double[] here = of.byContext.computeIfAbsent(context, name -> new double[2]);
        here[0] += probability;
        here[1]++;
    }

    /**
     * Returns the mean probability that a text is a parameter value wherever else it occurs; -1 if it occurs once.
     *
     * @param own the probability where the caller looks, which is left out
     */
    double elsewhere(String text, double own) {
        Uses of = of(text);
        return of.count < 2 ? -1 : (of.sum - own) / (of.count - 1);
    }

    /** As {@link #elsewhere}, only where the text follows the same segment. */
    double elsewhereAfter(String text, String context, double own) {
        double[] here = of(text).byContext.get(context);
        return here == null || here[1] < 2 ? -1 : (here[0] - own) / (here[1] - 1);
    }
}
