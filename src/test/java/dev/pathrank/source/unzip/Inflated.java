package dev.pathrank.source.unzip;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The JDK's decoder fed byte by byte, so that it gives out everything it can. */
final class Inflated {
    private Inflated() {}

    static byte[] asFarAsPossible(byte[] stored, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] array = new byte[1024];
        Inflater inflater = new Inflater(true);
        try {
            for (int i = from; i < to && !inflater.finished(); i++) {
                inflater.setInput(stored, i, 1);
                for (int n = inflater.inflate(array); n > 0; n = inflater.inflate(array)) {
                    out.write(array, 0, n);
                }
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}
