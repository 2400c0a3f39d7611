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
import scala.Tuple2;

/** Merges pieces of one slot, which come one after the other. No more than two shares are in memory. */
final class MergeTask implements PairFlatMapFunction<Iterator<Tuple2<Long, byte[]>>, Long, byte[]> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<byte[]> settings;

    /** @param settings {@link TaskSettings} as bytes */
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
        private Tuple2<Long, byte[]> next;

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
            if (next == null) {
                throw new NoSuchElementException("no more slots");
            }
            long slot = next._1();
            byte[] first = next._2();
            advance();
            if (next == null || next._1() != slot || MergeKey.isRejects(slot)) {
                return new Tuple2<>(slot, first); // alone, and so what it has to become
            }
            try (PartialAggregate sum = PartialAggregateCodec.read(first, settings)) {
                while (next != null && next._1() == slot) {
                    sum.merge(PartialAggregateCodec.read(next._2(), settings));
                    advance();
                }
                return new Tuple2<>(slot, PartialAggregateCodec.write(sum));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void advance() {
            next = sorted.hasNext() ? sorted.next() : null;
        }
    }
}
