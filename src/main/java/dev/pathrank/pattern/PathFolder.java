package dev.pathrank.pattern;

import dev.pathrank.pattern.learn.FoldModel;
import dev.pathrank.pattern.learn.LearnedPattern;
import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.learn.PatternLearner;
import dev.pathrank.pattern.stated.LiteralPaths;
import dev.pathrank.pattern.stated.QueryKeys;
import dev.pathrank.pattern.stated.StatedPatterns;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.pattern.tree.TreeLimits;
import dev.pathrank.text.ByteSlice;
import java.util.List;
import java.util.function.Supplier;

/**
 * The folder of request paths: it finds the leaf at which a request is counted, and at the end the patterns of all
 * leaves. What the user stated is matched first. All other paths are kept in two {@linkplain PathTree trees}: paths
 * that were answered (status 100 to 399) decide the patterns, and must not compete for memory with the others, which
 * mostly come from scanners.
 *
 * <p>A sum, as its trees are: {@link #absorb} may add parts in any order. Not safe for use by several threads.
 *
 * @param <L> the type of the leaves
 */
public final class PathFolder<L extends Leaf<L>> {
    /**
     * The pattern of all paths that match nothing the user stated, where {@link LearningMode#LOCKED nothing is
     * learned}.
     */
    static final String UNMATCHED = PatternLearner.UNMATCHED;

    private final ByteSlice unmatched = ByteSlice.of(UNMATCHED);
    private final StatedPatterns stated;
    private final LiteralPaths literals;
    private final QueryKeys queryKeys;
    private final LearningMode learning;
    private final PathTree<L> answered;
    private final PathTree<L> failed;
    private PathTree<L> last;

    /**
     * Makes a folder that has counted nothing.
     *
     * @param answered the limits of the tree of answered paths
     * @param failed the limits of the tree of all other paths
     * @param newLeaf makes a leaf that has counted nothing
     * @throws IllegalArgumentException if a pattern or a literal path is none; the message shows the forms
     */
    public PathFolder(FoldingRules rules, TreeLimits answered, TreeLimits failed, Supplier<L> newLeaf) {
        this.stated = new StatedPatterns(rules.patterns());
        this.literals = new LiteralPaths(rules.literals());
        this.queryKeys = new QueryKeys(rules.queryKeys());
        this.learning = rules.learning();
        this.answered = new PathTree<>(answered, newLeaf);
        this.failed = new PathTree<>(failed, newLeaf);
        this.last = this.answered;
    }

    /** Whether keys of the query are part of endpoints. */
    public boolean hasQueryKeys() {
        return !queryKeys.isEmpty();
    }

    /**
     * Returns the path by which a request is counted: its own, with the keys of its query that are part of endpoints.
     * Valid until the next call.
     *
     * @param query without its {@code ?}, as it was on the wire
     */
    public ByteSlice target(ByteSlice path, ByteSlice query) {
        return queryKeys.of(path, query);
    }

    /**
     * Returns the leaf at which a request is counted. After counting, call {@link #counted}. The slices may be reused
     * afterwards.
     *
     * @param host empty where none is kept
     * @param path the {@link #target} of the request
     * @param status of the answer; 0 where there was none
     */
    public L leaf(ByteSlice host, ByteSlice path, ByteSlice method, int status) {
        int pattern = stated.isEmpty() ? StatedPatterns.NONE : stated.match(path, method);
        int literal = literals.isEmpty() ? LiteralPaths.NONE : literal(path, pattern);
        boolean decides = literal == LiteralPaths.NONE && pattern != StatedPatterns.NONE
                || HttpStatus.isAnswer(status)
                || learning == LearningMode.LOCKED;
        last = decides ? answered : failed;
        Node<L> node = last.host(host);
        if (literal != LiteralPaths.NONE) {
            return last.leafBelowLiteral(node, literals.text(literal), literals.length(literal), path, method);
        }
        if (pattern != StatedPatterns.NONE) {
            return last.leafOfStated(node, stated.written(pattern), stated.spelling(pattern, path), path, method);
        }
        return learning == LearningMode.LOCKED
                ? last.leafOfStated(node, unmatched, null, path, method)
                : last.leaf(node, path, method);
    }

    /**
     * Returns the number of the literal path of a request. It yields to a pattern with as many literal segments at its
     * beginning.
     */
    private int literal(ByteSlice path, int pattern) {
        int literal = literals.match(path);
        if (literal == LiteralPaths.NONE
                // Where nothing is learned, paths below a literal path have no pattern.
                || learning == LearningMode.LOCKED && literals.length(literal) < path.length()
                || pattern != StatedPatterns.NONE && stated.literalsAtFirst(pattern) >= literals.segments(literal)) {
            return LiteralPaths.NONE;
        }
        return literal;
    }

    /** Returns a hash of the path last looked up, in which secrets are masked; the same in every tree. */
    public long pathHash() {
        return last.pathHash();
    }

    /** Notes that the leaf last looked up has counted one more call. */
    public void counted(L leaf) {
        last.counted(leaf);
    }

    /** Adds all of {@code other}, which was made by the same rules and must not be used afterwards. */
    public void absorb(PathFolder<L> other) {
        answered.absorb(other.answered);
        failed.absorb(other.failed);
    }

    /** Returns the estimated weight of both trees, in bytes. */
    public long weight() {
        return answered.weight() + failed.weight();
    }

    /**
     * Brings both trees to the one form that their paths have; to be called when nothing is counted any more, and
     * before {@link #learn}.
     */
    public void settle() {
        answered.settle();
        failed.settle();
    }

    /** Starts to load what learning needs in a thread of its own, so that it is ready when all rows are read. */
    public static void prepare(LearningMode learning) {
        if (learning == LearningMode.PATTERNS) {
            Thread loading = new Thread(FoldModel::shipped, "pathrank-model");
            loading.setDaemon(true);
            loading.start();
        }
    }

    /** Returns all patterns, without explanations; every leaf is in exactly one. */
    public List<LearnedPattern<L>> learn() {
        return PatternLearner.learn(answered, failed, learning, false);
    }

    /** Returns all patterns, with explanations; every leaf is in exactly one. */
    public List<LearnedPattern<L>> explain() {
        return PatternLearner.learn(answered, failed, learning, true);
    }

    /** Whether requests of a method to a pattern, in printed form, were stated. */
    public boolean states(String method, String pattern) {
        return stated.states(method, pattern);
    }

    /** Whether a pattern is that of all paths which match nothing stated. */
    public boolean isUnmatched(String pattern) {
        return learning == LearningMode.LOCKED && pattern.equals(UNMATCHED);
    }

    /** Returns what happens to paths that match nothing the user stated. */
    public LearningMode learning() {
        return learning;
    }

    /** Returns the tree of paths that were answered, and of those that match a stated pattern. */
    public PathTree<L> answered() {
        return answered;
    }

    /** Returns the tree of all other paths. */
    public PathTree<L> failed() {
        return failed;
    }
}
