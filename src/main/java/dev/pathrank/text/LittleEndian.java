package dev.pathrank.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Views of a byte array as numbers whose lowest byte comes first, at any index. The handles are constants, so that an
 * access is one instruction of the processor.
 */
public final class LittleEndian {
    /** Reads and writes 8 bytes as a {@code long}. */
    public static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Reads and writes 4 bytes as an {@code int}. */
    public static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Reads and writes 2 bytes as a {@code short}. */
    public static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    /**
     * Returns the 8 bytes from {@code at} on.
     *
     * @throws IndexOutOfBoundsException if they do not all lie within the array
     */
    public static long longAt(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
