package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Hash;
import dev.pathrank.text.Numbers;

/**
 * The 64-bit hash of a viewer's address. Two IPv4 addresses never have the same hash, so small counts of clients are
 * exact. The hash depends on nothing but the address, because saved tallies hold it.
 */
public final class ClientAddress {
    private static final int OCTETS = 4;
    private static final int NOT_IPV4 = 0;
    // A bit above the 32 bits of an address, so that 0.0.0.0 is not mixed to 0, which means absent.
    private static final long IPV4 = 1L << 32;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private ClientAddress() {}

    /** Returns the hash of an address that is not empty; never 0. */
    public static long hash(ByteSlice address) {
        long ipv4 = ipv4(address);
        long hash = Hash.mix(ipv4 == NOT_IPV4 ? textHash(address) : ipv4);
        return hash == 0 ? 1 : hash;
    }

    // Strict, so that every address has one spelling: 1.2.3.4 but not 01.2.3.4.
    private static long ipv4(ByteSlice text) {
        byte[] bytes = text.array();
        int to = text.to();
        long address = IPV4;
        int at = text.from();
        for (int octet = 0; octet < OCTETS; octet++) {
            int start = at;
            int value = 0;
            while (at < to && at - start < 3 && Numbers.isDigit(bytes[at])) {
                value = value * 10 + bytes[at++] - '0';
            }
            boolean spelled = at > start && value < 256 && (bytes[start] != '0' || at == start + 1);
            boolean followed = octet < OCTETS - 1 ? at < to && bytes[at++] == '.' : at == to;
            if (!spelled || !followed) {
                return NOT_IPV4;
            }
            address |= (long) value << (8 * (OCTETS - 1 - octet));
        }
        return address;
    }

    private static long textHash(ByteSlice text) {
        byte[] bytes = text.array();
        long hash = FNV_OFFSET;
        for (int at = text.from(); at < text.to(); at++) {
            hash = (hash ^ (bytes[at] & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }
}
