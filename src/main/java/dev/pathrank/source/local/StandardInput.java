package dev.pathrank.source.local;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.ObjectUnavailableException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Standard input as a place of one object, {@code -}, which can be opened once. It carries no name that a filter could
 * go by.
 */
public final class StandardInput implements LogSource {
    private static final String NAME = "-";

    private final InputStream in;
    private final AtomicBoolean opened = new AtomicBoolean();

    /** Reads {@code in}, which stays open: it belongs to the process. */
    public StandardInput(InputStream in) {
        this.in = Objects.requireNonNull(in, "in");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void list(ListingFilter keep, Consumer<LogObject> objects) {
        if (keep.takes(NAME)) {
            objects.accept(new Stream());
        }
    }

    /** All that comes in. */
    private final class Stream implements LogObject {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public long size() {
            return UNKNOWN_SIZE;
        }

        @Override
        public InputStream open() throws IOException {
            if (opened.getAndSet(true)) {
                throw new ObjectUnavailableException("it has been read already and cannot be read twice", null);
            }
            return new LocalBytes(new FilterInputStream(in) {
                @Override
                public void close() {
                    // standard input belongs to the process
                }
            });
        }
    }
}
