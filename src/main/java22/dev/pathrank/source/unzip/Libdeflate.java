package dev.pathrank.source.unzip;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;

/**
 * The native library libdeflate (https://github.com/ebiggers/libdeflate), used where it is installed. Compiled for Java
 * 22, which has the foreign-function interface; {@link WholeGunzip#find} loads it by name.
 */
final class Libdeflate implements WholeGunzip {
    private static final String[] NAMES = {"libdeflate.so.0", "libdeflate.0.dylib"};
    private static final int SHORTEST_MEMBER = 18;
    private static final int HAS_HEADER_CRC = 2;

    private final MethodHandle decompress;
    private final MemorySegment decompressor;
    private final MemorySegment in;
    private final MemorySegment out;
    private final MemorySegment used;
    private final MemorySegment made;
    private long stored;
    private long size;

    /** @throws RuntimeException if the library is not installed or cannot be used */
    Libdeflate() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = library();
        // Freed by the garbage collector, because a thread of an interrupted run may still use it.
        Arena arena = Arena.ofAuto();
        decompress = linker.downcallHandle(
                library.find("libdeflate_gzip_decompress_ex").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS));
        MethodHandle allocate = linker.downcallHandle(
                library.find("libdeflate_alloc_decompressor").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.ADDRESS));
        // Not by the arena, which writes zeros and so makes the system provide memory that may never be needed.
        MethodHandle malloc = linker.downcallHandle(
                linker.defaultLookup().find("malloc").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        MethodHandle free = release(linker, linker.defaultLookup().find("free").orElseThrow());
        MethodHandle freeDecompressor =
                release(linker, library.find("libdeflate_free_decompressor").orElseThrow());
        try {
            decompressor = owned((MemorySegment) allocate.invokeExact(), 1, arena, freeDecompressor);
            in = owned((MemorySegment) malloc.invokeExact((long) MOST_STORED), MOST_STORED, arena, free);
            out = owned((MemorySegment) malloc.invokeExact((long) MOST_UNZIPPED), MOST_UNZIPPED, arena, free);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        used = arena.allocate(ValueLayout.JAVA_LONG);
        made = arena.allocate(ValueLayout.JAVA_LONG);
    }

    private static MethodHandle release(Linker linker, MemorySegment function) {
        return linker.downcallHandle(function, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    }

    private static MemorySegment owned(MemorySegment segment, long bytes, Arena arena, MethodHandle free) {
        if (segment.address() == 0) {
            throw new IllegalStateException("no memory");
        }
        return segment.reinterpret(bytes, arena, gone -> {
            try {
                free.invokeExact(gone);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static SymbolLookup library() {
        IllegalArgumentException missing = null;
        for (String name : NAMES) {
            try {
                return SymbolLookup.libraryLookup(name, Arena.global());
            } catch (IllegalArgumentException e) {
                missing = e;
            }
        }
        throw new IllegalStateException(missing);
    }

    @Override
    public String name() {
        return "libdeflate";
    }

    @Override
    public void begin() {
        stored = 0;
        size = 0;
    }

    @Override
    public void feed(byte[] bytes, int offset, int length) {
        MemorySegment.copy(bytes, offset, in, ValueLayout.JAVA_BYTE, stored, length);
        stored += length;
    }

    @Override
    public boolean unzip() {
        long position = 0;
        while (position < stored) {
            if (position > 0 && byteAt(position) == 0) {
                return onlyZerosFrom(position);
            }
            // The library does not check the checksum of a header.
            if (stored - position < SHORTEST_MEMBER || (byteAt(position + 3) & HAS_HEADER_CRC) != 0) {
                return false;
            }
            if (!unzipMember(position)) {
                return false;
            }
            position += used.get(ValueLayout.JAVA_LONG, 0);
            size += made.get(ValueLayout.JAVA_LONG, 0);
        }
        return true;
    }

    private boolean unzipMember(long position) {
        try {
            return 0
                    == (int) decompress.invokeExact(
                            decompressor,
                            in.asSlice(position),
                            stored - position,
                            out.asSlice(size),
                            MOST_UNZIPPED - size,
                            used,
                            made);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean onlyZerosFrom(long position) {
        for (long i = position; i < stored; i++) {
            if (byteAt(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private int byteAt(long position) {
        return in.get(ValueLayout.JAVA_BYTE, position) & 0xFF;
    }

    @Override
    public ByteBuffer stored() {
        return in.asSlice(0, stored).asByteBuffer();
    }

    @Override
    public ByteBuffer unzipped() {
        return out.asSlice(0, size).asByteBuffer();
    }
}
