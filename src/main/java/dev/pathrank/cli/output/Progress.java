package dev.pathrank.cli.output;

import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.run.Listing;
import dev.pathrank.run.ObjectResult;
import dev.pathrank.run.RunListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Follows a run: counts its bytes, shows a bar to somebody who watches, and says what becomes of each object to who asked. */
public final class Progress implements RunListener, AutoCloseable {
    private final LongAdder bytes = new LongAdder();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Messages messages;
    private final Optional<ProgressDisplay> display;

    private Progress(Messages messages, Optional<ProgressDisplay> display) {
        this.messages = messages;
        this.display = display;
    }

    /** A bar would tear the lines of {@code --verbose} apart, so there is one or the other. */
    public static Progress of(Listing listing, Verbosity verbosity, Streams streams, Messages messages) {
        boolean watched = streams.errIsTerminal() && verbosity == Verbosity.NORMAL;
        return new Progress(
                messages, watched ? Optional.of(ProgressDisplay.of(listing.bytes(), streams.err())) : Optional.empty());
    }

    /** Stored bytes that have been processed so far. */
    public long bytes() {
        return bytes.sum();
    }

    @Override
    public void processed(long more) {
        bytes.add(more);
        display.ifPresent(bar -> bar.stepTo(bytes.sum()));
    }

    @Override
    public void done(ObjectResult result) {
        messages.detail(words(result));
    }

    private static String words(ObjectResult result) {
        if (result instanceof ObjectResult.Read read) {
            return read.object() + ": read, " + read.rows() + " rows";
        }
        if (result instanceof ObjectResult.Skipped skipped) {
            return skipped.object() + ": skipped, " + skipped.what();
        }
        return result.object() + ": failed, " + ((ObjectResult.Failed) result).why();
    }

    /** Takes the bar away, so that words can follow; may be called twice. */
    public void end() {
        if (!ended.getAndSet(true)) {
            display.ifPresent(ProgressDisplay::close);
        }
    }

    @Override
    public void close() {
        end();
    }
}
