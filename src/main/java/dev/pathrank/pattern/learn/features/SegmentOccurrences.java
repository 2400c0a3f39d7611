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

    /** A host where more than this part of the rows changes resources is an interface, however it writes its names. */
    private static final double CHANGED = 0.01;

    /** The methods by which interfaces change resources, and which pages do not use. */
    private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

    /** A text at more than this many places may tell of each what it is at the others. */
    private static final int PLACES = 2;

    /** With a lower mean probability elsewhere a text is a literal there. */
    private static final double STAYS = 0.1;

    private final Map<String, Uses> uses = new HashMap<>();
    private long shown;
    private long media;
    private long pageRows;
    private long changes;
    private HostKind kind = HostKind.UNKNOWN;

    /**
     * What requests tell of their host.
     *
     * @param pages the part of all rows that is for pages, also those of a wiki, style sheets, scripts and pictures
     * @param site the same with other media, which count less
     * @param wiki as {@link #isWiki()}
     */
    public record HostKind(double pages, double site, boolean wiki) {
        /** What is known of a host without a request. */
        public static final HostKind UNKNOWN = new HostKind(0, 0, false);

        private HostKind or(HostKind other) {
            return new HostKind(Math.max(pages, other.pages), Math.max(site, other.site), wiki || other.wiki);
        }
    }

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
        return of(host, HostKind.UNKNOWN);
    }

    /**
     * As {@link #of(Node)}, for requests that failed.
     *
     * @param answered what the requests that were answered tell of the host
     */
    public static <L extends Leaf<L>> SegmentOccurrences of(Node<L> host, HostKind answered) {
        SegmentOccurrences occurrences = new SegmentOccurrences();
        occurrences.add(host);
        double rows = Math.max(1, host.subtreeRows());
        boolean wiki = occurrences.pageRows > 0 && occurrences.changes <= CHANGED * rows;
        occurrences.shown += wiki ? occurrences.pageRows : 0;
        double files = occurrences.shown + (double) occurrences.media / MEDIA;
        occurrences.kind = answered.or(new HostKind(occurrences.shown / rows, files / rows, wiki));
        return occurrences;
    }

    private <L extends Leaf<L>> void add(Node<L> parent) {
        String context = parent.shape().isOpaque() || parent.isOverflow() ? "/" : parent.name();
        int pages = 0;
        long rows = 0;
        for (Node<L> child : NonEmptyChildren.list(parent, node -> true)) {
            if (child.shape().isMethod()) {
                changes += CHANGES.contains(child.name()) ? child.subtreeRows() : 0;
            } else {
                if (!child.isOverflow() && WikiNames.isPage(child.name())) {
                    pages++;
                    rows += child.subtreeRows();
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
        pageRows += pages >= PAGES ? rows : 0;
    }

    /** Returns whether many rows are for pages, style sheets, scripts or pictures, or most for other media. */
    public boolean isSite() {
        return kind.site > SITE;
    }

    /**
     * Whether many {@linkplain WikiNames#isPage names of wiki pages} follow one prefix, and hardly any resource is
     * changed as those of interfaces are.
     */
    public boolean isWiki() {
        return kind.wiki;
    }

    /** Returns what the requests tell of the host. */
    public HostKind hostKind() {
        return kind;
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

    /**
     * Whether a text occurs at several other places and is hardly ever a parameter value there.
     *
     * @param own the probability where the caller looks, which is left out
     */
    public boolean staysElsewhere(String text, double own) {
        return of(text).count > PLACES && elsewhere(text, own) < STAYS;
    }

    /** As {@link #elsewhere}, only where the text follows the same segment. */
    double elsewhereAfter(String text, String context, double own) {
        double[] here = of(text).byContext.get(context);
        return here == null || here[1] < 2 ? -1 : (here[0] - own) / (here[1] - 1);
    }
}
