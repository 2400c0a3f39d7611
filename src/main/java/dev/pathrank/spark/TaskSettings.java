package dev.pathrank.spark;

import dev.pathrank.cbor.Envelope;
import dev.pathrank.run.RunSettings;
import dev.pathrank.source.s3.S3Options;
import dev.pathrank.tally.TallyOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Settings of every task.
 *
 * @param s3 how S3 is reached; credentials come from the executor's environment
 * @param run how rows are counted
 * @param connections how many objects are fetched ahead at the same time
 * @param rejects whether rejected rows are wanted
 */
record TaskSettings(S3Options s3, RunSettings run, int connections, boolean rejects) {
    private static final Envelope ENVELOPE = new Envelope("pathrank settings\n", 1);

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ENVELOPE.writeQuickly(bytes, out -> RecordCodec.write(this, out));
        return bytes.toByteArray();
    }

    static TaskSettings of(byte[] bytes) throws IOException {
        return ENVELOPE.read(new ByteArrayInputStream(bytes), true, in -> RecordCodec.read(TaskSettings.class, in));
    }

    /**
     * Returns these settings for this executor: with its own folder for temporary files, and {@code threads} threads.
     */
    TaskSettings here(int threads) {
        TallyOptions tally = run.tally();
        Path tmpDir = Path.of(System.getProperty("java.io.tmpdir"));
        return new TaskSettings(
                s3,
                run.with(new TallyOptions(tally.rules(), tally.limits(), tmpDir, tally.dedupe()), threads),
                connections,
                rejects);
    }
}
