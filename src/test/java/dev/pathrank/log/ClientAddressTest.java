package dev.pathrank.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.reader.ReadRows;
import dev.pathrank.text.ByteSlice;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    @Test
    void isAbsentOnlyWhereTheLogHasNoAddress() {
        String columns = "date time cs-method cs-uri-stem sc-status c-ip";
        String cells = "2017-02-12\t16:00:00\tGET\t/a\t200\t";

        assertEquals(0, ReadRows.only(columns, cells + "-").clientHash());
        assertEquals(0, ReadRows.only(columns, cells).clientHash());
        assertEquals(
                hash("192.0.2.1"), ReadRows.only(columns, cells + "192.0.2.1").clientHash());
    }

    @Test
    void tellsEveryAddressOfANetworkApart() {
        Set<Long> hashes = new HashSet<>();
        for (int third = 0; third < 256; third++) {
            for (int fourth = 0; fourth < 256; fourth++) {
                hashes.add(hash("10.0." + third + "." + fourth));
            }
        }

        assertEquals(65_536, hashes.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "::", "2001:db8::1", "x"})
    void isNeverZero(String address) {
        assertNotEquals(0, hash(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01.2.3.4", "1.2.3", "1.2.3.4.", "1.2.3.4.5", "256.2.3.4", "1..3.4", "1.2.3.x", "0001.2.3.4"})
    void takesWhatIsNoIpv4AddressAsText(String address) {
        assertNotEquals(hash("1.2.3.4"), hash(address));
    }

    @Property(tries = 500, seed = "20170212")
    void mixesEveryBit(@ForAll int one, @ForAll int other) {
        int difference = Long.bitCount(hash(ipv4(one)) ^ hash(ipv4(other)));

        // 64 fair coins fall outside of this once in ten million times.
        assertEquals(one == other, difference == 0);
        assertTrue(one == other || difference > 10 && difference < 54);
    }

    @Property(tries = 500)
    void dependsOnTheBytesAlone(@ForAll @NotEmpty byte[] address) {
        byte[] shifted = new byte[address.length + 3];
        System.arraycopy(address, 0, shifted, 2, address.length);

        assertEquals(
                ClientAddress.hash(ByteSlice.of(address)),
                ClientAddress.hash(new ByteSlice(shifted, 2, 2 + address.length)));
    }

    private static String ipv4(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    private static long hash(String address) {
        return ClientAddress.hash(ByteSlice.of(address));
    }
}
