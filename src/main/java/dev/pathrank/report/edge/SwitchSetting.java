package dev.pathrank.report.edge;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How far the move has come: the value of one key of the store, which the router reads for every request.
 *
 * @param wave the last one that moves, from 1; 0 sends everything to the present origin
 * @param percent of the callers whose calls of that wave move, 0 to 100, at most two decimals
 * @param sticky what tells callers apart: {@code ip}, {@code cookie:NAME} or {@code header:NAME}
 */
public record SwitchSetting(int wave, BigDecimal percent, String sticky) {
    /** The key of the store. */
    public static final String KEY = "switch";

    /** What tells callers apart unless the user says otherwise. */
    public static final String BY_ADDRESS = "ip";

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    /** Names of cookies and headers (RFC 9110, section 5.6.2). */
    private static final Pattern STICKY = Pattern.compile("ip|(?:cookie|header):[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** @throws IllegalArgumentException if a part is out of its range; the message names the option */
    public SwitchSetting {
        if (percent.signum() < 0
                || percent.compareTo(ALL) > 0
                || percent.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException(
                    "--percent must be 0 to 100 with at most two decimals, but was " + percent.toPlainString());
        }
        if (!STICKY.matcher(sticky).matches()) {
            throw new IllegalArgumentException(
                    "--sticky \"" + sticky + "\" tells no callers apart; use ip, cookie:NAME or header:NAME");
        }
    }

    /** Returns the value of the key. */
    public String text() {
        return "wave=" + wave + ";percent=" + percent.stripTrailingZeros().toPlainString() + ";sticky=" + sticky;
    }

    /** Returns the same with another wave, all callers included. */
    SwitchSetting atWave(int other) {
        return new SwitchSetting(other, ALL, sticky);
    }
}
