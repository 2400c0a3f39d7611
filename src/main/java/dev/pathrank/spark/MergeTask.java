package dev.pathrank.spark;

import dev.pathrank.run.PartialAggregate;
import dev.pathrank.run.PartialAggregateCodec;
import dev.pathrank.run.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Task that merges values of equal keys, which come one after the other. At most two are in memory. */
final class MergeTask implements PairFlatMapFunction<Iterator<Tuple2<Long, byte[]>>, Long, byte[]> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<byte[]> settings;

    /**
     * Creates the task.
     *
     * @param settings {@link TaskSettings} as bytes
     */
    MergeTask(Broadcast<byte[]> settings) {
        this.settings = settings;
    }

    @Override
    public Iterator<Tuple2<Long, byte[]>> call(Iterator<Tuple2<Long, byte[]>> sorted) throws IOException {
        return new Merged(sorted, TaskSettings.of(settings.value()).here(1).run());
    }

    private static final class Merged implements Iterator<Tuple2<Long, byte[]>> {
        private final Iterator<Tuple2<Long, byte[]>> sorted;
        private final RunSettings settings;
        private @Nullable Tuple2<Long, byte[]> next;

        Merged(Iterator<Tuple2<Long, byte[]>> sorted, RunSettings settings) {
            this.sorted = sorted;
            this.settings = settings;
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Tuple2<Long, byte[]> next() {
            Tuple2<Long, byte[]> first = next;
            if (first == null) {
                throw new NoSuchElementException("no more keys");
            }
            long key = first._1();
            advance();
            if (!isNext(key) || MergeKey.isRejects(key)) {
                return first; // nothing to merge it with
            }
            try (PartialAggregate sum = PartialAggregateCodec.read(first._2(), settings)) {
                while (next != null && next._1() == key) {
                    sum.merge(PartialAggregateCodec.read(next._2(), settings));
                    advance();
                }
                return new Tuple2<>(key, PartialAggregateCodec.write(sum));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isNext(long key) {
            return next != null && next._1() == key;
        }

        private void advance() {
            next = sorted.hasNext() ? sorted.next() : null;
        }
    }
}
