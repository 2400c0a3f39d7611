package dev.pathrank.log;

import dev.pathrank.source.RangedBytes;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one log object, as a stream or in ranges.
 *
 * @param lines the unzipped stream; empty where {@code ranges} are given
 * @param ranges the stored object with access to any part of it, or null where it can only be read as a stream. A
 *     format receives them only if it {@linkplain LogFormat#readsRanges() asks for them}, and must read the stream
 *     otherwise
 */
public record LogInput(Lines lines, @Nullable RangedBytes ranges) {}
