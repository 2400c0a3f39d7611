package dev.pathrank.source.unzip;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * What stands before the data of a DEFLATE block (RFC 1951, section 3.2.3): read bit by bit, so that it may break off
 * anywhere and be taken up with the next piece of input. The order of the checks, and their words, are zlib's.
 */
final class BlockHeader {
    /** What follows the header. */
    enum Data {
        /** The header is not yet complete. */
        UNKNOWN,
        STORED,
        CODED
    }

    private static final byte[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int MOST_LITERALS_AND_LENGTHS = 286;
    private static final int MOST_DISTANCES = 30;
    private static final int FIRST_REPEAT = 16;

    private enum Step {
        KIND,
        STORED_LENGTH,
        SIZES,
        CODE_LENGTH_CODE,
        CODE_LENGTHS
    }

    private final BitReader in;
    private final HuffmanTable codeLengths = new HuffmanTable(HuffmanTable.Alphabet.CODE_LENGTHS, 7);
    private final HuffmanTable literals;
    private final HuffmanTable distances;
    private final byte[] lengths = new byte[288 + 32];
    private Step step = Step.KIND;
    private boolean last;
    private boolean fixedTables;
    private int literalCodes;
    private int distanceCodes;
    private int codeLengthCodes;
    private int have;
    private int storedLength;

    /** The tables are filled by the headers of coded blocks. */
    BlockHeader(BitReader in, HuffmanTable literals, HuffmanTable distances) {
        this.in = in;
        this.literals = literals;
        this.distances = distances;
    }

    /** Prepares for the first header of a stream. */
    void begin() {
        step = Step.KIND;
        last = false;
    }

    /** Whether the block is the stream's last. */
    boolean isLast() {
        return last;
    }

    /** Bytes of a stored block. */
    int storedLength() {
        return storedLength;
    }

    /** Reads on; {@link Data#UNKNOWN} if the input is used up. */
    Data read() throws DataFormatException {
        while (true) {
            switch (step) {
                case KIND -> {
                    if (!in.hold(3)) {
                        return Data.UNKNOWN;
                    }
                    if (readKind()) {
                        return Data.CODED;
                    }
                }
                case STORED_LENGTH -> {
                    if (!in.hold(32)) {
                        return Data.UNKNOWN;
                    }
                    readStoredLength();
                    return Data.STORED;
                }
                case SIZES -> {
                    if (!in.hold(14)) {
                        return Data.UNKNOWN;
                    }
                    readSizes();
                }
                case CODE_LENGTH_CODE -> {
                    if (!readCodeLengthCode()) {
                        return Data.UNKNOWN;
                    }
                }
                case CODE_LENGTHS -> {
                    if (!readCodeLengths()) {
                        return Data.UNKNOWN;
                    }
                    step = Step.KIND;
                    return Data.CODED;
                }
            }
        }
    }

    /** Returns whether data in the fixed code follow. */
    private boolean readKind() throws DataFormatException {
        last = in.take(1) == 1;
        switch (in.take(2)) {
            case 0 -> {
                in.skipToByte();
                step = Step.STORED_LENGTH;
                return false;
            }
            case 1 -> {
                buildFixed();
                return true;
            }
            case 2 -> {
                step = Step.SIZES;
                return false;
            }
            default -> throw new DataFormatException("invalid block type");
        }
    }

    private void readStoredLength() throws DataFormatException {
        storedLength = in.take(16);
        if (storedLength != (in.take(16) ^ 0xFFFF)) {
            throw new DataFormatException("invalid stored block lengths");
        }
        step = Step.KIND;
    }

    private void buildFixed() {
        if (fixedTables) {
            return;
        }
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        literals.build(lengths, 0, 288);
        Arrays.fill(lengths, 0, 32, (byte) 5);
        distances.build(lengths, 0, 32);
        fixedTables = true;
    }

    private void readSizes() throws DataFormatException {
        literalCodes = in.take(5) + 257;
        distanceCodes = in.take(5) + 1;
        codeLengthCodes = in.take(4) + 4;
        if (literalCodes > MOST_LITERALS_AND_LENGTHS || distanceCodes > MOST_DISTANCES) {
            throw new DataFormatException("too many length or distance symbols");
        }
        Arrays.fill(lengths, 0, ORDER.length, (byte) 0);
        have = 0;
        step = Step.CODE_LENGTH_CODE;
    }

    private boolean readCodeLengthCode() throws DataFormatException {
        while (have < codeLengthCodes) {
            if (!in.hold(3)) {
                return false;
            }
            lengths[ORDER[have++]] = (byte) in.take(3);
        }
        if (!codeLengths.build(lengths, 0, ORDER.length)) {
            throw new DataFormatException("invalid code lengths set");
        }
        have = 0;
        step = Step.CODE_LENGTHS;
        return true;
    }

    private boolean readCodeLengths() throws DataFormatException {
        while (have < literalCodes + distanceCodes) {
            if (!readCodeLength()) {
                return false;
            }
        }
        if (lengths[256] == 0) {
            throw new DataFormatException("invalid code -- missing end-of-block");
        }
        fixedTables = false;
        if (!literals.build(lengths, 0, literalCodes)) {
            throw new DataFormatException("invalid literal/lengths set");
        }
        if (!distances.build(lengths, literalCodes, distanceCodes)) {
            throw new DataFormatException("invalid distances set");
        }
        return true;
    }

    private boolean readCodeLength() throws DataFormatException {
        int entry = in.look(codeLengths);
        if (entry == BitReader.TOO_FEW) {
            return false;
        }
        int symbol = entry >>> 16;
        int codeBits = entry >>> 8 & 63;
        if (symbol < FIRST_REPEAT) {
            in.take(codeBits);
            lengths[have++] = (byte) symbol;
            return true;
        }
        int extra = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
        if (!in.hold(codeBits + extra)) {
            return false;
        }
        in.take(codeBits);
        if (symbol == 16 && have == 0) {
            throw new DataFormatException("invalid bit length repeat");
        }
        byte repeated = symbol == 16 ? lengths[have - 1] : 0;
        int times = in.take(extra) + (symbol == 18 ? 11 : 3);
        if (have + times > literalCodes + distanceCodes) {
            throw new DataFormatException("invalid bit length repeat");
        }
        Arrays.fill(lengths, have, have + times, repeated);
        have += times;
        return true;
    }
}
