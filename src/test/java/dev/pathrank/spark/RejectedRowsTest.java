package dev.pathrank.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.log.RejectReason;
import dev.pathrank.run.RejectLog;
import dev.pathrank.tally.RejectSink;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rejected rows on their way from a task to the user's file. */
class RejectedRowsTest {
    private final RejectedRows task = new RejectedRows();
    private final RejectLog.Part part = task.part();

    private static void reject(RejectSink sink, long line, String row) throws IOException {
        byte[] bytes = ("-" + row + "-").getBytes(StandardCharsets.UTF_8);
        sink.reject(RejectReason.values()[1], line, new ByteSlice(bytes, 1, bytes.length - 1), Set.of(4, 11));
    }

    /** What is said of each row when the pieces are replayed. */
    private List<String> replayed() throws IOException {
        List<String> said = new ArrayList<>();
        RejectLog.Part driver = new RejectLog.Part() {
            @Override
            public RejectSink of(String object) {
                return (reason, line, row, personal) -> said.add(object + " " + reason + " " + line + " "
                        + new String(row.toByteArray(), StandardCharsets.UTF_8) + " " + personal);
            }

            @Override
            public void takeBack() {
                throw new AssertionError("nothing is taken back on the driver");
            }
        };
        for (byte[] piece : task.pieces()) {
            RejectedRows.replay(piece, driver);
        }
        return said;
    }

    @Test
    void sayTheSameAgain() throws IOException {
        RejectSink first = part.of("a.gz");
        reject(first, 3, "broken row");
        reject(first, 9, "größer");
        part.of("b.gz");
        reject(part.of("c.gz"), 1, "");
        assertEquals(
                List.of(
                        "a.gz " + RejectReason.values()[1] + " 3 broken row [4, 11]",
                        "a.gz " + RejectReason.values()[1] + " 9 größer [4, 11]",
                        "c.gz " + RejectReason.values()[1] + " 1  [4, 11]"),
                replayed());
    }

    @Test
    void areForgottenWithAnObjectThatCountsNotAtAll() throws IOException {
        reject(part.of("a.gz"), 3, "kept");
        reject(part.of("b.gz"), 4, "of a transfer that broke off");
        part.takeBack();
        reject(part.of("c.gz"), 5, "kept too");
        assertEquals(
                List.of(
                        "a.gz " + RejectReason.values()[1] + " 3 kept [4, 11]",
                        "c.gz " + RejectReason.values()[1] + " 5 kept too [4, 11]"),
                replayed());
    }
}
