package dev.pathrank.pattern;

import dev.pathrank.pattern.learn.FoldModel;
import dev.pathrank.pattern.learn.LearnedPattern;
import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.learn.PatternLearner;
import dev.pathrank.pattern.stated.LiteralPaths;
import dev.pathrank.pattern.stated.StatedPatterns;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.pattern.tree.TreeLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where requests are counted, and what patterns come of them: two {@linkplain PathTree trees} and the user's rules, which decide first. What was answered
 * (status 100 to 399) decides the patterns and must not compete for memory with what was not, which is mostly a scanner's.
 *
 * <p>A sum like its trees: {@link #absorb} may add parts in any order. Not safe for use by several threads at a time.
 *
 * @param <L> what is counted at the leaves
 */
public final class PathFolder<L extends Leaf<L>> {
    /** The pattern of what matches nothing that is pinned, where {@link LearningMode#LOCKED nothing is learned}. */
    public static final String UNMATCHED = PatternLearner.UNMATCHED;

    private static final byte[] UNMATCHED_BYTES = UNMATCHED.getBytes(StandardCharsets.US_ASCII);

    private final StatedPatterns stated;
    private final LiteralPaths literals;
    private final LearningMode learning;
    private final PathTree<L> answered;
    private final PathTree<L> failed;
    private PathTree<L> last;

    /** @throws IllegalArgumentException if a pattern or a literal path is none; the message tells the forms */
    public PathFolder(FoldingRules rules, TreeLimits answered, TreeLimits failed, Supplier<L> newLeaf) {
        this.stated = new StatedPatterns(rules.patterns());
        this.literals = new LiteralPaths(rules.literals());
        this.learning = rules.learning();
        this.answered = new PathTree<>(answered, newLeaf);
        this.failed = new PathTree<>(failed, newLeaf);
        this.last = this.answered;
    }

    /**
     * The leaf that a request is counted at, once {@link #counted} is told.
     *
     * @param status of the answer; 0 where there was none
     */
    public L leaf(
            byte[] host,
            int hostFrom,
            int hostTo,
            byte[] path,
            int from,
            int to,
            byte[] method,
            int methodFrom,
            int methodTo,
            int status) {
        int pattern =
                stated.isEmpty() ? StatedPatterns.NONE : stated.match(path, from, to, method, methodFrom, methodTo);
        int literal = literals.isEmpty() ? LiteralPaths.NONE : literal(path, from, to, pattern);
        boolean decides = literal == LiteralPaths.NONE && pattern != StatedPatterns.NONE
                || HttpStatus.isAnswer(status)
                || learning == LearningMode.LOCKED;
        last = decides ? answered : failed;
        Node<L> place = last.host(host, hostFrom, hostTo);
        if (literal != LiteralPaths.NONE) {
            return last.leafBelowLiteral(
                    place,
                    literals.text(literal),
                    literals.length(literal),
                    path,
                    from,
                    to,
                    method,
                    methodFrom,
                    methodTo);
        }
        if (pattern == StatedPatterns.NONE && learning != LearningMode.LOCKED) {
            return last.leaf(place, path, from, to, method, methodFrom, methodTo);
        }
        byte[] text = pattern == StatedPatterns.NONE ? UNMATCHED_BYTES : stated.written(pattern);
        byte[] spelling = pattern == StatedPatterns.NONE ? null : stated.spelling(pattern, path, from, to);
        return last.leafOfStated(place, text, spelling, path, from, to, method, methodFrom, methodTo);
    }

    /** A literal path goes before a pattern that would fold it. Where nothing is learned, it stands for itself alone. */
    private int literal(byte[] path, int from, int to, int pattern) {
        int literal = literals.match(path, from, to);
        if (literal == LiteralPaths.NONE
                || learning == LearningMode.LOCKED && from + literals.length(literal) < to
                || pattern != StatedPatterns.NONE && stated.literalsAtFirst(pattern) >= literals.segments(literal)) {
            return LiteralPaths.NONE;
        }
        return literal;
    }

    /** A hash of the path last looked up, in which secrets are masked; the same in every tree. */
    public long pathHash() {
        return last.pathHash();
    }

    /** To be called after the leaf last looked up has counted one more call. */
    public void counted(L leaf) {
        last.counted(leaf);
    }

    /** Adds all that {@code other} holds, which was made by the same rules and is used up. */
    public void absorb(PathFolder<L> other) {
        answered.absorb(other.answered);
        failed.absorb(other.failed);
    }

    /** What it is reckoned to weigh, in bytes. */
    public long weight() {
        return answered.weight() + failed.weight();
    }

    /** Brings both trees to the one form that their paths have; to be called when nothing is counted any more, and before {@link #learn}. */
    public void settle() {
        answered.settle();
        failed.settle();
    }

    /** Begins to load what learning needs, in a thread of its own: while rows are read there is time for it. */
    public static void prepare(LearningMode learning) {
        if (learning == LearningMode.PATTERNS) {
            Thread loading = new Thread(FoldModel::shipped, "pathrank-model");
            loading.setDaemon(true);
            loading.start();
        }
    }

    /** All patterns; every leaf is in exactly one. */
    public List<LearnedPattern<L>> learn() {
        return PatternLearner.learn(answered, failed, learning, false);
    }

    /** As {@link #learn}, and every pattern tells why it is what it is. */
    public List<LearnedPattern<L>> explain() {
        return PatternLearner.learn(answered, failed, learning, true);
    }

    /** Whether requests of that method to that pattern, in the form that is printed, were stated. */
    public boolean states(String method, String pattern) {
        return stated.states(method, pattern);
    }

    /** Whether a pattern is that of all which matches nothing that is pinned. */
    public boolean isUnmatched(String pattern) {
        return learning == LearningMode.LOCKED && pattern.equals(UNMATCHED);
    }

    /** What became of paths that the user decided nothing about. */
    public LearningMode learning() {
        return learning;
    }

    /** The paths that were answered, and those that match a stated pattern. */
    public PathTree<L> answered() {
        return answered;
    }

    /** All other paths. */
    public PathTree<L> failed() {
        return failed;
    }
}
