package dev.pathrank.cli.options;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converter for a number of bytes: {@code 64M}, {@code 512K}, {@code 1G}, with powers of 1024 as in {@code -Xmx}. */
final class Size implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kKmMgG]?)([iI]?[bB])?");
    private static final String UNITS = "kmg";
    private static final int BITS_PER_UNIT = 10;

    @Override
    public Long convert(String text) {
        Matcher size = FORM.matcher(text);
        if (!size.matches()) {
            throw new TypeConversionException("'" + text + "' is not a size; use a form such as 64M");
        }
        int unit = size.group(2).isEmpty() ? 0 : UNITS.indexOf(size.group(2).toLowerCase(Locale.ROOT)) + 1;
        return Long.parseLong(size.group(1)) << (BITS_PER_UNIT * unit);
    }

    /** Returns {@code bytes} in the form that can be typed. */
    static String words(long bytes) {
        for (int unit = UNITS.length(); unit > 0; unit--) {
            long one = 1L << (BITS_PER_UNIT * unit);
            if (bytes >= one && bytes % one == 0) {
                return bytes / one + UNITS.substring(unit - 1, unit).toUpperCase(Locale.ROOT);
            }
        }
        return Long.toString(bytes);
    }
}
