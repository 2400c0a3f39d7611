package dev.pathrank.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subnet that functions are put into.
 *
 * @param cidr as written, such as {@code 10.0.1.0/26}
 * @param bits length of its prefix, 16 to 28 as AWS allows
 */
public record Subnet(String cidr, int bits) {
    /** AWS keeps the first four addresses and the last one. */
    private static final int KEPT_BY_AWS = 5;

    private static final int ADDRESS_BITS = 32;
    private static final int LARGEST = 16;
    private static final int SMALLEST = 28;
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /** @throws IllegalArgumentException if the text is no subnet; the message shows the form */
    public static Subnet of(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean valid = matcher.matches();
        for (int part = 1; valid && part <= 4; part++) {
            valid = Integer.parseInt(matcher.group(part)) <= 255;
        }
        int bits = valid ? Integer.parseInt(matcher.group(5)) : 0;
        if (bits < LARGEST || bits > SMALLEST) {
            throw new IllegalArgumentException(
                    "--subnets has \"" + text + "\"; use a subnet of /16 to /28 such as 10.0.1.0/24");
        }
        return new Subnet(text, bits);
    }

    /** Returns the addresses that AWS leaves, those in use by others included. */
    public long addresses() {
        return (1L << (ADDRESS_BITS - bits)) - KEPT_BY_AWS;
    }
}
