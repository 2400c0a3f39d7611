package dev.pathrank.log.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.RangedBytes;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that claim more than they hold: each must end, in bounded time and memory, as a damaged object. */
class HostileParquetTest {
    private static final int UNCOMPRESSED = 0;
    private static final int ZSTD = 6;
    private static final int PLAIN = 0;
    private static final int RLE_DICTIONARY = 8;
    private static final int DELTA_LENGTH = 6;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void readsAFileThatIsAsItShouldBe() throws Exception {
        byte[] file = new CraftedParquet()
                .column("a", UNCOMPRESSED, dictionary("GET"), CraftedParquet.data(3, RLE_DICTIONARY, run(3)))
                .column("b", UNCOMPRESSED, CraftedParquet.data(1, PLAIN, plain("x")), plainPages(2, "y"))
                .of(3);

        assertEquals(List.of("GET x", "GET y", "GET y"), read(file, "a", "b"));
    }

    /** Fields that no reader needs, whose lengths lead back, far ahead, or ever deeper. */
    static Stream<byte[]> fields() {
        return Stream.of(
                field(8).varint(0xFFFF_FFF0L).bytes(), // binary of -16 bytes
                field(8).varint(-16L).bytes(),
                field(8).varint(Integer.MAX_VALUE).bytes(),
                field(9).raw(new byte[] {(byte) 0xF8}).varint(Integer.MAX_VALUE).bytes(), // list
                field(9).raw(new byte[] {(byte) 0xF1}).varint(0xFFFF_FFFFL).bytes(),
                field(9).raw(new byte[] {(byte) 0xF7}).varint(0x2000_0000L).bytes(), // of doubles
                field(9).raw(nested(0x19, 2000)).bytes(), // lists of a list
                field(10).raw(new byte[] {(byte) 0xFC}).varint(0x7FFF_FFF0L).bytes(), // set
                field(11).varint(Integer.MAX_VALUE).raw(new byte[] {0x11}).bytes(), // map
                field(11).varint(0xFFFF_FF00L).raw(new byte[] {(byte) 0x88}).bytes(),
                field(12).raw(nested(0x1C, 5000)).bytes()); // structs of a struct
    }

    @ParameterizedTest
    @MethodSource("fields")
    void checksEveryLengthOfAPageHeaderAndOfAFooter(byte[] field) {
        byte[] page = CraftedParquet.data(1, PLAIN, 5, plain("x"), field);
        assertDamaged(new CraftedParquet().column("a", UNCOMPRESSED, page).of(1), "a");
        byte[] good = CraftedParquet.data(1, PLAIN, plain("x"));
        assertDamaged(
                new CraftedParquet()
                        .column("a", UNCOMPRESSED, good)
                        .inFooter(field)
                        .of(1),
                "a");
    }

    @ParameterizedTest
    @CsvSource({"0, 1000000", "1000000, 0", "-1000, 0", "0, -1000", "9223372036854775000, 1", "1, 9223372036854775000"})
    void checksWhereAColumnLies(long moved, long longer) {
        byte[] page = CraftedParquet.data(1, PLAIN, plain("x"));
        assertDamaged(new CraftedParquet().column("a", UNCOMPRESSED, page).of(1, moved, longer), "a");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 8_400_000_000L, Long.MAX_VALUE})
    void doesNotBelieveMoreRowsThanTheBytesCanStandFor(long rows) {
        byte[][] pages = new byte[2001][];
        Arrays.fill(pages, CraftedParquet.data(1 << 22, RLE_DICTIONARY, run(1 << 22)));
        pages[0] = dictionary("GET");

        assertDamaged(new CraftedParquet().column("a", UNCOMPRESSED, pages).of(rows), "a");
    }

    @Test
    void readsAMillionRowsThatAreAllTheSame() throws Exception {
        byte[] file = new CraftedParquet()
                .column(
                        "a",
                        UNCOMPRESSED,
                        dictionary("GET"),
                        CraftedParquet.data(1 << 20, RLE_DICTIONARY, run(1 << 20)))
                .of(1 << 20);

        assertEquals(Collections.nCopies(1 << 20, "GET"), read(file, "a"));
    }

    @Test
    void holdsThePagesOfAllColumnsAgainstOneBudget() {
        int size = ColumnReader.LARGEST_PAGE;
        byte[] value = new byte[size];
        value[2] = (byte) (size - 4 >>> 16);
        value[3] = (byte) (size - 4 >>> 24);
        value[0] = (byte) (size - 4);
        value[1] = (byte) (size - 4 >>> 8);
        byte[] packed = packed(value);
        CraftedParquet file = new CraftedParquet();
        String[] names = IntStream.range(0, 24).mapToObj(i -> "c" + i).toArray(String[]::new);
        for (String name : names) {
            byte[] dictionary = CraftedParquet.dictionary(1, size, packed);
            file.column(name, ZSTD, dictionary, CraftedParquet.data(1, RLE_DICTIONARY, 3, packed(run(1)), new byte[0]));
        }

        byte[] bytes = file.of(1);

        assertTrue(bytes.length < 200_000, bytes.length + " bytes");
        String message = assertDamaged(bytes, names).getMessage();
        assertTrue(message.contains("need more than " + (PageBudget.MOST_HELD >> 20) + " MB at a time"), message);
    }

    @Test
    void asksOnceBeforeItHoldsMoreThanEveryThreadCould() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        PageBudget budget = new PageBudget(1, 1000, asked::incrementAndGet);

        budget.release(budget.hold(400));
        budget.hold(600);
        budget.hold(400);
        assertEquals(0, asked.get(), "1,000 bytes may be held by every thread");
        budget.hold(1);
        budget.hold(500);

        assertEquals(1, asked.get());
    }

    @Test
    void believesNoFooterOfMoreColumnsThanFitIntoMemory() {
        CraftedParquet.Thrift group = new CraftedParquet.Thrift().list(1, 12, 3);
        for (String name : List.of("a", "b", "c")) {
            group.struct(3).list(3, 8, 1).rawText(name).back(3).stop().stop();
        }
        byte[] one = group.back(1).stop().bytes();
        CraftedParquet.Thrift groups = list(4, 12, 90_000);
        for (int i = 0; i < 90_000; i++) {
            groups.raw(one);
        }
        byte[] page = CraftedParquet.data(1, PLAIN, plain("x"));
        CraftedParquet file = new CraftedParquet();
        for (String name : List.of("a", "b", "c")) {
            file.column(name, UNCOMPRESSED, page);
        }

        String message = assertDamaged(file.inFooter(groups.bytes()).of(1), "a").getMessage();

        assertTrue(message.contains("columns of all groups of rows"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "2147483647, 5", // values
        "-1, 5",
        "4194304, 5",
        "1, -1", // bytes
        "1, 2147483647",
        "1, 67108864",
    })
    void checksWhatAPageClaims(int values, int size) {
        for (int encoding : new int[] {PLAIN, DELTA_LENGTH, 7}) {
            byte[] page = CraftedParquet.data(values, encoding, size, plain("x"), new byte[0]);
            assertDamaged(new CraftedParquet().column("a", UNCOMPRESSED, page).of(5), "a");
            assertDamaged(new CraftedParquet().column("a", ZSTD, page).of(5), "a");
        }
    }

    @Test
    void doesNotHoldAFooterThatIsAllListsOfNothing() {
        byte[] nothing = new byte[1_000_000];
        byte[] groups = list(4, 12, nothing.length).raw(nothing).bytes();
        byte[] names = list(4, 12, 1)
                .raw(list(1, 12, 1).struct(3).bytes())
                .raw(list(3, 8, nothing.length).bytes())
                .raw(nothing)
                .bytes();
        byte[] page = CraftedParquet.data(1, PLAIN, plain("x"));

        for (byte[] field : List.of(groups, names)) {
            String message = assertDamaged(
                            new CraftedParquet()
                                    .column("a", UNCOMPRESSED, page)
                                    .inFooter(field)
                                    .of(1),
                            "a")
                    .getMessage();
            assertTrue(message.contains("1000000 "), message);
        }
    }

    private static CraftedParquet.Thrift list(int number, int type, int size) {
        return new CraftedParquet.Thrift()
                .raw(new byte[] {9})
                .varint(number << 1)
                .raw(new byte[] {(byte) (0xF0 | type)})
                .varint(size);
    }

    @Test
    void unpacksOneDictionaryAColumn() {
        byte[][] pages = new byte[50][];
        Arrays.fill(pages, dictionary("GET"));
        pages[49] = CraftedParquet.data(1, RLE_DICTIONARY, run(1));
        assertDamaged(new CraftedParquet().column("a", UNCOMPRESSED, pages).of(1), "a");
    }

    @Test
    void failsAnObjectForWhichMemoryEnds() throws Exception {
        byte[] file = new CraftedParquet()
                .column("a", UNCOMPRESSED, CraftedParquet.data(1, PLAIN, plain("x")))
                .of(1);
        RangedBytes full = new RangedBytes() {
            private boolean footerRead;

            @Override
            public long size() {
                return file.length;
            }

            @Override
            public byte[] read(long from, int length) {
                if (footerRead) {
                    throw new OutOfMemoryError("Java heap space");
                }
                footerRead = true;
                return Arrays.copyOfRange(file, (int) from, (int) from + length);
            }
        };
        ParquetRows rows = ParquetRows.of(full, () -> {});
        rows.want(List.of("a"));

        String message = assertThrows(DamagedObjectException.class, rows::next).getMessage();

        assertTrue(message.contains("memory"), message);
    }

    private static DamagedObjectException assertDamaged(byte[] file, String... columns) {
        return assertTimeoutPreemptively(
                LIMIT, () -> assertThrows(DamagedObjectException.class, () -> read(file, columns)));
    }

    private static List<String> read(byte[] file, String... columns) throws IOException, UnsupportedColumnException {
        ParquetRows rows = ParquetRows.of(RangedBytes.of(file), () -> {});
        rows.want(List.of(columns));
        List<String> read = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 0; column < columns.length; column++) {
                row.add(rows.value(column).toString());
            }
            read.add(String.join(" ", row));
        }
        return read;
    }

    private static CraftedParquet.Thrift field(int type) {
        return new CraftedParquet.Thrift().raw(new byte[] {(byte) type}).varint(90 << 1);
    }

    private static byte[] nested(int head, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, (byte) head);
        return bytes;
    }

    private static byte[] dictionary(String value) {
        return CraftedParquet.dictionary(1, plain(value).length, plain(value));
    }

    private static byte[] plain(String value) {
        return CraftedParquet.plain(value);
    }

    private static byte[] plainPages(int count, String value) {
        byte[] page = CraftedParquet.data(1, PLAIN, plain(value));
        return new CraftedParquet.Thrift()
                .raw(page)
                .raw(count > 1 ? page : new byte[0])
                .bytes();
    }

    private static byte[] run(int values) {
        return CraftedParquet.run(values);
    }

    private static byte[] packed(byte[] bytes) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
        return Arrays.copyOf(packed, compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length));
    }
}
