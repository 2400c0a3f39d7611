package dev.pathrank.log.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.samples.ParquetLog;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.RangedBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparison of the reader with the writer of the Parquet project. */
class ParquetRowsTest {
    private static final List<String> FIELDS = List.of("word", "path", "rare", "same", "empty");
    private static final List<Map<String, String>> ROWS = rows(20_000);

    static Stream<ParquetLog.Way> ways() {
        return Stream.of(
                        CompressionCodecName.UNCOMPRESSED,
                        CompressionCodecName.SNAPPY,
                        CompressionCodecName.GZIP,
                        CompressionCodecName.ZSTD,
                        CompressionCodecName.LZ4_RAW)
                .flatMap(codec -> Stream.of(WriterVersion.values())
                        .flatMap(version -> Stream.of(true, false)
                                .map(dictionary -> new ParquetLog.Way(codec, version, dictionary, 200_000))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void readsWhatTheProjectsWriterWrote(ParquetLog.Way way) throws IOException, UnsupportedColumnException {
        assertEquals(ROWS, read(RangedBytes.of(ParquetLog.write(ROWS, FIELDS, way)), FIELDS));
    }

    @Test
    void fetchesTheColumnsThatAreWantedAndNoOthers() throws IOException, UnsupportedColumnException {
        byte[] file = ParquetLog.write(
                ROWS,
                FIELDS,
                new ParquetLog.Way(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_1_0, true, 64 << 20));
        long[] fetched = {0};
        RangedBytes counting = new RangedBytes() {
            @Override
            public long size() {
                return file.length;
            }

            @Override
            public byte[] read(long from, int length) {
                fetched[0] += length;
                return Arrays.copyOfRange(file, (int) from, (int) from + length);
            }
        };

        List<Map<String, String>> words = read(counting, List.of("word"));

        assertEquals(ROWS.size(), words.size());
        assertTrue(fetched[0] < file.length / 4, fetched[0] + " of " + file.length);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void callsDamageDamageWhereverItIs(ParquetLog.Way way) {
        byte[] file = ParquetLog.write(ROWS.subList(0, 500), FIELDS, way);
        Random random = new Random(5);
        int noticed = 0;
        for (int round = 0; round < 150; round++) {
            byte[] damaged = file.clone();
            // Every other time in the footer, where a byte may lead anywhere.
            int from = round % 2 == 0 ? 0 : file.length - Math.min(600, file.length / 3);
            for (int at = from + random.nextInt(file.length - from), flips = 1 + round % 3; flips > 0; flips--) {
                damaged[Math.min(at + flips, file.length - 1)] ^= (byte) (1 + random.nextInt(255));
            }
            noticed += assertTimeoutPreemptively(Duration.ofSeconds(60), () -> isNoticed(damaged)) ? 1 : 0;
        }
        assertTrue(noticed > 20, noticed + " noticed");
        byte[] cut = Arrays.copyOf(file, file.length - 5);
        assertThrows(DamagedObjectException.class, () -> ParquetRows.of(RangedBytes.of(cut), () -> {}));
        byte[] tiny = {'P', 'A', 'R', '1'};
        assertThrows(DamagedObjectException.class, () -> ParquetRows.of(RangedBytes.of(tiny), () -> {}));
    }

    private static boolean isNoticed(byte[] damaged) {
        try {
            read(RangedBytes.of(damaged), FIELDS);
            return false;
        } catch (DamagedObjectException e) {
            return true;
        } catch (UnsupportedColumnException e) {
            return true; // a type or codec that was another one before
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Map<String, String>> read(RangedBytes file, List<String> fields)
            throws IOException, UnsupportedColumnException {
        ParquetRows rows = ParquetRows.of(file, () -> {});
        rows.want(fields);
        List<Map<String, String>> read = new ArrayList<>();
        while (rows.next()) {
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < fields.size(); column++) {
                byte[] value = rows.value(column).toByteArray();
                if (value.length > 0) {
                    row.put(fields.get(column), new String(value, StandardCharsets.UTF_8));
                }
            }
            read.add(row);
        }
        return read;
    }

    private static List<Map<String, String>> rows(int count) {
        Random random = new Random(11);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> row = new HashMap<>();
            row.put("word", List.of("GET", "POST", "PUT", "DELETE", "HEAD").get(random.nextInt(5)));
            row.put(
                    "path",
                    "/a/" + Integer.toHexString(i / 7) + "/" + "x".repeat(random.nextInt(40)) + random.nextLong());
            if (random.nextInt(3) == 0) {
                row.put("rare", "ü" + i);
            }
            row.put("same", "d111111abcdef8.cloudfront.net");
            rows.add(row);
        }
        return rows;
    }
}
