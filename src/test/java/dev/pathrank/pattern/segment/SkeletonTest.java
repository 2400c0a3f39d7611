package dev.pathrank.pattern.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
    private static final String[] PIECES = {
        "a",
        "Zb",
        "7",
        "2017",
        "-",
        "_",
        ".",
        ":",
        ";",
        "=",
        "(",
        ")",
        "'",
        "@",
        "~",
        "$",
        "%",
        "%2",
        "%27",
        "%2F",
        "%EC%83%81",
        "%FF",
        "é",
        "x",
        "v1",
        ".json",
        ".gz",
        "deadbeef1",
        "2017-02-12",
        "0b7d4f6e-9a51-4d1c-8b4a-5f602d1c3b4a"
    };

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0b7d4f6e-9a51-4d1c-8b4a-5f602d1c3b4a.json, <UUID>.json",
                "report-0b7d4f6e-9a51-4d1c-8b4a-5f602d1c3b4a.csv, <WORDS>-<UUID>.csv",
                "9f3a61c2d4e5b708_240x180.jpg, <HEX>_<INTEGER>x<INTEGER>.jpg",
                "backup-2017-02-12.sql.gz, <WORDS>-<DATE>.<WORDS>.gz",
                "amber-fern-1.2.3.gem, <WORDS>-<VERSION>.gem",
                "amber-fern-1.0.0-beta.2.tgz, <WORDS>-<VERSION>.tgz",
                "Orders(5), orders(<INTEGER>)",
                "Orders('x7'), orders('<WORDS>')",
                "\"(ID=5,Country='KR')\", \"(id=<INTEGER>,country='<WORDS>')\"",
                "\"lat=-37.5,lon=126.97\", \"lat=<NUMBER>,lon=<NUMBER>\"",
                "account;sid=DEADBEEF12, <WORDS>;sid=<HEX>",
                "Image:Photo.jpg, <WORDS>:<WORDS>.jpg",
                "order:4711, order:<INTEGER>",
                "7:42, <INTEGER>:<INTEGER>",
                "4711:cancel, <INTEGER>:cancel",
                "@ann, @<WORDS>",
            })
    void tellsValuesFromTheTextAroundThem(String segment, String form) {
        byte[] text = segment.getBytes(StandardCharsets.UTF_8);

        assertEquals(
                form, Skeleton.of(text, SegmentKind.of(text), ColonUse.VALUES).form());
    }

    @Test
    void losesNothingOfAnySegmentAndShowsNoSecret() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder segment = new StringBuilder();
            for (int piece = random.nextInt(9); piece >= 0; piece--) {
                segment.append(PIECES[random.nextInt(PIECES.length)]);
            }
            byte[] text = segment.toString().getBytes(StandardCharsets.UTF_8);
            int kind = SegmentKind.of(text);
            String parts = Skeleton.of(text, kind, ColonUse.KEYS).parts().stream()
                    .map(Skeleton.Part::text)
                    .collect(Collectors.joining());

            assertEquals(new String(text, StandardCharsets.ISO_8859_1), parts);
            assertFalse(MaskedPath.ofSegment(text).contains("0b7d4f6e-9a51-4d1c-8b4a-5f602d1c3b4a"), segment::toString);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "report-0b7d4f6e-9a51-4d1c-8b4a-5f602d1c3b4a.csv, report-<uuid>.csv",
        "9f3a61c2d4e5b708_240x180.jpg, <hex>_<number>x<number>.jpg",
        "order:kJ8s7dHf6Ak29sLq0PzX, order:<name>",
        "ProductsByCategoryNameOfYear(5), ProductsByCategoryNameOfYear(5)",
        "jquery-ui-1.12.1.custom.min.js, jquery-ui-<version>.custom.min.js",
        "kJ8s7dHf6Ak29sLq0PzX, <token>",
    })
    void masksThePartThatNeedsIt(String segment, String shown) {
        assertEquals(shown, MaskedPath.ofSegment(segment.getBytes(StandardCharsets.UTF_8)));
    }
}
