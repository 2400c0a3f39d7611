package dev.pathrank.source.unzip;

import dev.pathrank.text.LittleEndian;
import java.util.zip.DataFormatException;

/**
 * A decoder in Java that is faster than the JDK's: it refills a {@code long} of bits at a time, writes two literals at
 * a time and copies eight bytes at a time.
 *
 * <p>Its output equals that of zlib to the byte, for damaged input too: every complete and valid symbol before the
 * fault is written before the exception.
 */
final class JavaInflate implements RawInflate {
    private static final int LITERAL_BITS = 12;
    private static final int DISTANCE_BITS = 9;

    /** Bytes that one round of the fast loop may read and write beyond its start. */
    private static final int INPUT_MARGIN = 32;

    private static final int OUTPUT_MARGIN = 258 + 40;

    private enum State {
        HEADER,
        STORED,
        CODED,
        FINISHED
    }

    private final BitReader in = new BitReader();
    private final HuffmanTable literals = new HuffmanTable(HuffmanTable.Alphabet.LITERALS_AND_LENGTHS, LITERAL_BITS);
    private final HuffmanTable distances = new HuffmanTable(HuffmanTable.Alphabet.DISTANCES, DISTANCE_BITS);
    private final BlockHeader header = new BlockHeader(in, literals, distances);
    private final SlidingWindow history = new SlidingWindow();
    private State state = State.HEADER;
    private int storedLeft;
    private int copyLength;
    private int copyDistance;
    private long writtenBefore;

    private byte[] out = new byte[0];
    private int outStart;
    private int outNext;
    private int outEnd;

    @Override
    public void begin() {
        in.begin();
        header.begin();
        history.clear();
        state = State.HEADER;
        copyLength = 0;
        writtenBefore = 0;
    }

    @Override
    public void feed(byte[] bytes, int offset, int length) {
        in.feed(bytes, offset, length);
    }

    @Override
    public boolean finished() {
        return state == State.FINISHED;
    }

    @Override
    public int unused() {
        return in.limit - in.next;
    }

    @Override
    public long written() {
        return writtenBefore;
    }

    @Override
    public int inflate(byte[] into, int offset, int length) throws DataFormatException {
        out = into;
        outStart = offset;
        outNext = offset;
        outEnd = offset + length;
        try {
            decode();
        } finally {
            int written = outNext - outStart;
            history.append(out, outStart, written);
            writtenBefore += written;
        }
        return outNext - outStart;
    }

    private void decode() throws DataFormatException {
        boolean going = true;
        while (going && outNext < outEnd) {
            going = switch (state) {
                case HEADER -> readHeader();
                case STORED -> copyStored();
                case CODED -> decodeBlock();
                case FINISHED -> false;
            };
        }
    }

    private boolean readHeader() throws DataFormatException {
        switch (header.read()) {
            case STORED -> {
                storedLeft = header.storedLength();
                state = State.STORED;
            }
            case CODED -> state = State.CODED;
            case UNKNOWN -> {
                return false;
            }
        }
        return true;
    }

    private void endBlock() {
        state = header.isLast() ? State.FINISHED : State.HEADER;
    }

    /** Returns false if the input is used up. */
    private boolean copyStored() {
        // What is held is whole bytes: less than one is dropped before the length, and that takes 32 bits.
        int length = Math.min(storedLeft, Math.min(in.limit - in.next, outEnd - outNext));
        System.arraycopy(in.bytes, in.next, out, outNext, length);
        in.next += length;
        outNext += length;
        storedLeft -= length;
        if (storedLeft == 0) {
            endBlock();
            return true;
        }
        return in.next < in.limit;
    }

    /** Returns false if the input is used up. */
    private boolean decodeBlock() throws DataFormatException {
        copyRest();
        while (state == State.CODED && outNext < outEnd) {
            if (in.limit - in.next >= INPUT_MARGIN && outEnd - outNext >= OUTPUT_MARGIN) {
                decodeFast();
            }
            if (state == State.CODED && outNext < outEnd && !decodeSymbol()) {
                return false;
            }
        }
        return true;
    }

    /** Returns false if the input ends before the symbol does, and uses nothing of it then. */
    private boolean decodeSymbol() throws DataFormatException {
        int entry = in.look(literals);
        if (entry == BitReader.TOO_FEW) {
            return false;
        }
        if (entry < 0) {
            in.take(entry >>> 24 & 15);
            out[outNext++] = (byte) (entry >>> 8);
            return true;
        }
        int codeBits = entry >>> 8 & 63;
        if ((entry & HuffmanTable.SPECIAL) != 0) {
            in.take(codeBits);
            if (entry >>> 16 == 0) {
                throw new DataFormatException("invalid literal/length code");
            }
            endBlock();
            return true;
        }
        int lengthBits = entry & 63;
        if (!in.hold(lengthBits)) {
            return false;
        }
        int distance = in.look(distances, lengthBits);
        if (distance == BitReader.TOO_FEW) {
            return false;
        }
        if ((distance & HuffmanTable.SPECIAL) != 0) {
            in.take(lengthBits);
            in.take(distance >>> 8 & 63);
            throw new DataFormatException("invalid distance code");
        }
        if (!in.hold(lengthBits + (distance & 63))) {
            return false;
        }
        in.take(codeBits);
        copyLength = (entry >>> 16) + in.take(lengthBits - codeBits);
        in.take(distance >>> 8 & 63);
        copyDistance = (distance >>> 16) + in.take((distance & 63) - (distance >>> 8 & 63));
        copyRest();
        return true;
    }

    /** Copies what is left of a match as far as there is room. */
    private void copyRest() throws DataFormatException {
        int beforeOut = copyDistance - (outNext - outStart);
        if (copyLength > 0 && beforeOut > history.size()) {
            throw new DataFormatException("invalid distance too far back");
        }
        while (copyLength > 0 && outNext < outEnd) {
            out[outNext] = copyDistance > outNext - outStart
                    ? history.back(copyDistance - (outNext - outStart))
                    : out[outNext - copyDistance];
            outNext++;
            copyLength--;
        }
    }

    /** Decodes while there is plenty of input and room; what comes out may end in the middle of nothing. */
    private void decodeFast() throws DataFormatException {
        byte[] src = in.bytes;
        byte[] dst = out;
        int[] lit = literals.entries;
        int[] dist = distances.entries;
        int from = in.next;
        int next = from;
        int lastInput = in.limit - INPUT_MARGIN;
        int to = outNext;
        int start = outStart;
        int lastOutput = outEnd - OUTPUT_MARGIN;
        long bits = in.buffer;
        int held = in.held;
        int fault = 0;
        boolean ended = false;
        bits |= (long) LittleEndian.LONG.get(src, next) << held;
        next += ~held >>> 3 & 7;
        held |= 56;
        int entry = lit[(int) bits & (1 << LITERAL_BITS) - 1];
        while (true) {
            if (entry < 0) {
                LittleEndian.SHORT.set(dst, to, (short) (entry >>> 8));
                to += 1 + (entry >>> 30 & 1);
                bits >>>= entry;
                held -= entry;
                entry = lit[(int) bits & (1 << LITERAL_BITS) - 1];
                if (entry < 0) {
                    LittleEndian.SHORT.set(dst, to, (short) (entry >>> 8));
                    to += 1 + (entry >>> 30 & 1);
                    bits >>>= entry;
                    held -= entry;
                    entry = lit[(int) bits & (1 << LITERAL_BITS) - 1];
                    if (entry < 0) {
                        LittleEndian.SHORT.set(dst, to, (short) (entry >>> 8));
                        to += 1 + (entry >>> 30 & 1);
                        bits >>>= entry;
                        held -= entry;
                        if (next > lastInput || to > lastOutput) {
                            break;
                        }
                        bits |= (long) LittleEndian.LONG.get(src, next) << held;
                        next += ~held >>> 3 & 7;
                        held |= 56;
                        entry = lit[(int) bits & (1 << LITERAL_BITS) - 1];
                        continue;
                    }
                }
                bits |= (long) LittleEndian.LONG.get(src, next) << held;
                next += ~held >>> 3 & 7;
                held |= 56;
            }
            if ((entry & HuffmanTable.SPECIAL) != 0) {
                if ((entry & HuffmanTable.LINK) == HuffmanTable.LINK) {
                    entry = lit[(entry >>> 16) + ((int) (bits >>> LITERAL_BITS) & (1 << (entry >>> 8)) - 1)];
                    if (entry < 0) {
                        dst[to++] = (byte) (entry >>> 8);
                        bits >>>= entry;
                        held -= entry;
                        if (next > lastInput || to > lastOutput) {
                            break;
                        }
                        bits |= (long) LittleEndian.LONG.get(src, next) << held;
                        next += ~held >>> 3 & 7;
                        held |= 56;
                        entry = lit[(int) bits & (1 << LITERAL_BITS) - 1];
                        continue;
                    }
                }
                if ((entry & HuffmanTable.SPECIAL) != 0) {
                    bits >>>= entry >>> 8;
                    held -= entry >>> 8;
                    ended = entry >>> 16 != 0;
                    fault = ended ? 0 : 1;
                    break;
                }
            }
            int length = (entry >>> 16) + (int) ((bits & (1L << entry) - 1) >>> (entry >>> 8));
            bits >>>= entry;
            held -= entry;
            entry = dist[(int) bits & (1 << DISTANCE_BITS) - 1];
            if ((entry & HuffmanTable.SPECIAL) != 0) {
                if ((entry & HuffmanTable.LINK) == HuffmanTable.LINK) {
                    entry = dist[(entry >>> 16) + ((int) (bits >>> DISTANCE_BITS) & (1 << (entry >>> 8)) - 1)];
                }
                if ((entry & HuffmanTable.SPECIAL) != 0) {
                    bits >>>= entry >>> 8;
                    held -= entry >>> 8;
                    fault = 2;
                    break;
                }
            }
            int distance = (entry >>> 16) + (int) ((bits & (1L << entry) - 1) >>> (entry >>> 8));
            bits >>>= entry;
            held -= entry;
            int source = to - distance;
            int end = to + length;
            if (source < start) {
                int before = start - source;
                if (before > history.size()) {
                    fault = 3;
                    break;
                }
                int ofHistory = Math.min(before, length);
                history.copy(before, dst, to, ofHistory);
                to += ofHistory;
                source = start;
            }
            bits |= (long) LittleEndian.LONG.get(src, next) << held;
            next += ~held >>> 3 & 7;
            held |= 56;
            entry = lit[(int) bits & (1 << LITERAL_BITS) - 1];
            if (distance >= 8) {
                LittleEndian.LONG.set(dst, to, (long) LittleEndian.LONG.get(dst, source));
                LittleEndian.LONG.set(dst, to + 8, (long) LittleEndian.LONG.get(dst, source + 8));
                LittleEndian.LONG.set(dst, to + 16, (long) LittleEndian.LONG.get(dst, source + 16));
                to += 24;
                source += 24;
                while (to < end) {
                    LittleEndian.LONG.set(dst, to, (long) LittleEndian.LONG.get(dst, source));
                    to += 8;
                    source += 8;
                }
            } else {
                while (to < end) {
                    dst[to++] = dst[source++];
                }
            }
            to = end;
            if (next > lastInput || to > lastOutput) {
                break;
            }
        }
        held &= 63;
        // Whole bytes go back, for the slow path and for the reader of the bytes after the stream; those of the
        // piece before are used by now.
        int back = Math.min(held >>> 3, next - from);
        in.next = next - back;
        in.held = held - (back << 3);
        in.buffer = bits & (1L << in.held) - 1;
        outNext = to;
        if (ended) {
            endBlock();
        }
        if (fault != 0) {
            throw new DataFormatException(
                    fault == 1
                            ? "invalid literal/length code"
                            : fault == 2 ? "invalid distance code" : "invalid distance too far back");
        }
    }

    @Override
    public void close() {}
}
