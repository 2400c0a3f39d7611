package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.CharacterProfile;
import dev.pathrank.pattern.segment.ColonUse;
import dev.pathrank.pattern.segment.EncodedCharacter;
import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.segment.Skeleton;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.text.ByteSlice;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One of the segments that follow a pattern prefix: the tree nodes of one name, or the overflows of one kind.
 *
 * @param <L> what is counted at the leaves
 */
public final class Sibling<L extends Leaf<L>> {
    private final List<Node<L>> nodes;
    private final ChildDistribution distribution;
    private final Affix affix;
    private final SubtreeTokens subtree;
    private final Skeleton skeleton;
    private final String name;
    private final String core;
    private final String decoded;
    private final boolean secret;

    /**
     * Makes a sibling.
     *
     * @param nodes at least one
     * @param looksAt the tree nodes below to look at
     * @param colons what the words beside a colon are
     * @param ofKind for overflows, a named sibling of the same kind, or null
     */
    Sibling(List<Node<L>> nodes, Predicate<Node<L>> looksAt, ColonUse colons, @Nullable Sibling<L> ofKind) {
        this.nodes = List.copyOf(nodes);
        this.distribution = ChildDistribution.of(nodes, looksAt);
        this.subtree = SubtreeTokens.of(nodes, looksAt);
        Node<L> first = nodes.get(0);
        if (first.isOverflow() && ofKind != null) {
            this.affix = ofKind.affix;
            this.skeleton = ofKind.skeleton;
        } else {
            this.affix = Affix.of(first.text(), first.kind(), colons);
            this.skeleton = Skeleton.of(first.text(), first.kind(), colons);
        }
        this.name = first.name();
        this.core = first.isOverflow() ? "" : affix.core(name);
        this.decoded = EncodedCharacter.decoded(core);
        this.secret = !first.isOverflow()
                && MaskedPath.masking(new CharacterProfile(), first.kind(), ByteSlice.of(first.text()))
                        != MaskedPath.Masking.NOTHING;
    }

    /** Returns the tree nodes, at least one. */
    public List<Node<L>> nodes() {
        return nodes;
    }

    /** Returns the {@link SegmentKind}. */
    public int kind() {
        return nodes.get(0).kind();
    }

    /** Returns the shape. */
    public Shape shape() {
        return nodes.get(0).shape();
    }

    /** Whether this stands for segments whose names were not kept. */
    public boolean isOverflow() {
        return nodes.get(0).isOverflow();
    }

    /** Returns the first spelling as it was on the wire; empty for an overflow. */
    public byte[] text() {
        return nodes.get(0).text();
    }

    /** Returns the first spelling, a character for each byte; empty for an overflow. */
    public String name() {
        return name;
    }

    /** Returns the text around the value, if this is one. */
    public Affix affix() {
        return affix;
    }

    /** Returns the name without its {@link #affix()}, as it was on the wire. */
    public String core() {
        return core;
    }

    /** Returns the {@link #core}, with the letters of all scripts as letters. */
    public String decodedCore() {
        return decoded;
    }

    /** Returns the parts; of an overflow, those of a named sibling of its kind. */
    public Skeleton skeleton() {
        return skeleton;
    }

    /** Whether the name ends in a known extension. */
    public boolean isFile() {
        return SegmentKind.isFile(kind());
    }

    /** Whether the name ends in the extension of a picture. */
    public boolean isPicture() {
        return SegmentKind.isPicture(kind());
    }

    /**
     * Whether this is a value by its shape alone. A file name that is a number or a date is none: it may be one of a
     * few files.
     */
    public boolean isOpaque() {
        return shape().isOpaque() && (!isFile() || shape() == Shape.UUID || shape() == Shape.HEX);
    }

    /** Returns the shape that the model knows for such a segment. */
    Shape modelShape() {
        if (isFile()) {
            return shape() == Shape.HEX ? Shape.HEX : Shape.FILE;
        }
        if (!SegmentKind.hasParts(kind()) || !affix.equals(Affix.NONE)) {
            return shape();
        }
        return switch (shape()) {
            case NUMBERED -> Shape.SLUG;
            case UUID, HEX -> Shape.TOKEN;
            default -> Shape.OTHER;
        };
    }

    /** Returns the distribution of rows over what follows. */
    public ChildDistribution distribution() {
        return distribution;
    }

    /** Returns the tokens directly below. */
    SubtreeTokens subtree() {
        return subtree;
    }

    /** Returns the rows of everything below. */
    public long rows() {
        return distribution.rows();
    }

    /** Whether the name, or a value in it, must not be shown. */
    public boolean isSecret() {
        return secret;
    }
}
