package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.log.DurationField;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.RequestTrait;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.tally.file.CountedObject;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Tests of the codes in stored files: a code that changes, moves to another constant or is missing would corrupt them.
 */
class StoredCodesTest {
    @Test
    void pinsTheCodesOfLogs() {
        assertCodes("ORIGIN_LBL 0, ORIGIN_FBL 1, TIME_TO_FIRST_BYTE 2, TIME_TAKEN 3, NONE 4", DurationField.values());
        assertCodes("NONE 0, EVERY_ROW 1, RESULT_TYPE 2, DETAILED 3", OriginEvidence.values());
        assertCodes("NO_METHOD 0, NO_PATH 1, BAD_STATUS 2, BAD_TIME 3, BAD_JSON 4, CUT 5", RejectReason.values());
        assertCodes(
                "SEMICOLON_IN_QUERY 0, REPEATED_KEY 1, RAW_BRACE_IN_QUERY 2, ENCODED_SLASH 3, ENCODED_PATH 4,"
                        + " RANGE 5, REQUEST_OVER_1_MB 6, REQUEST_OVER_6_MB 7, REDIRECT 8, STATIC_FILE 9,"
                        + " LONG_HEADERS 10",
                RequestTrait.values());
        assertCodes("V2 0, LEGACY 1, REAL_TIME 2", LogType.values());
        assertCodes("READ 0, OTHER_LOG 1, DAMAGED 2, LOST 3", CountedObject.Outcome.values());
    }

    @Test
    void pinsTheCodesOfShapes() {
        assertCodes(
                "TERM 0, WORD 1, SLUG 2, VERSION 3, INTEGER 4, NUMBER 5, DATE 6, UUID 7, HEX 8, CODE 9, TOKEN 10,"
                        + " TITLE 11, EMAIL 12, FILE 13, OTHER 14, EMPTY 15, REST 16, HOST 17, STATED 18, METHOD 19,"
                        + " ODD_METHOD 20, LITERAL 21, SPELLING 22, NUMBERED 23, QUERY_KEY 24",
                Shape.values());
    }

    private static <E extends Enum<E> & StoredEnum> void assertCodes(String expected, E[] constants) {
        assertEquals(
                expected,
                Arrays.stream(StoredEnum.byCode(constants))
                        .map(each -> each.name() + " " + each.code())
                        .collect(Collectors.joining(", ")));
    }
}
