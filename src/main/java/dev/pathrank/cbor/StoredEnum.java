package dev.pathrank.cbor;

import java.util.Arrays;
import java.util.Comparator;

/**
 * An enum whose constants are stored by a code of their own, so that renaming or reordering them changes no stored
 * byte. Codes count from 0 without gaps, because counts by constant are stored as lists. A code is never reused or
 * changed.
 */
public interface StoredEnum {
    /** The number that stands for the constant in stored values. */
    int code();

    /**
     * Returns the constants by their codes.
     *
     * @throws IllegalStateException if the codes are not 0 to the number of constants - 1, each once
     */
    static <E extends Enum<E> & StoredEnum> E[] byCode(E[] constants) {
        E[] sorted = constants.clone();
        Arrays.sort(sorted, Comparator.comparingInt(StoredEnum::code));
        for (int code = 0; code < sorted.length; code++) {
            if (sorted[code].code() != code) {
                throw new IllegalStateException("no constant has the code " + code + ": "
                        + sorted[code].getDeclaringClass().getName());
            }
        }
        return sorted;
    }
}
