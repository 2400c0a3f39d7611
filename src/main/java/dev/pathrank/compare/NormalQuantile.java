package dev.pathrank.compare;

/** Quantiles of the normal distribution. */
final class NormalQuantile {
    private static final double CENTRE = 0.425;
    private static final double FAR = 5;

    private static final double[] CENTRAL = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRAL_BELOW = {
        1,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] MIDDLE = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] MIDDLE_BELOW = {
        1,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169E-9
    };
    private static final double[] TAIL = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876E-5, 2.0103343992922881E-7
    };
    private static final double[] TAIL_BELOW = {
        1,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548E-5,
        1.421511758316446E-7,
        2.0442631033899397E-15
    };

    private NormalQuantile() {}

    /**
     * Returns the number of standard deviations that a normal value exceeds with a probability (Wichura, algorithm AS
     * 241 PPND16, 1988; relative error about 1e-16).
     *
     * @param probability more than 0 and less than 1
     */
    static double exceededWith(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("not a probability: " + probability);
        }
        double fromCentre = 0.5 - probability;
        if (StrictMath.abs(fromCentre) <= CENTRE) {
            double r = CENTRE * CENTRE - fromCentre * fromCentre;
            return fromCentre * ratio(CENTRAL, CENTRAL_BELOW, r);
        }
        double r = StrictMath.sqrt(-StrictMath.log(StrictMath.min(probability, 1 - probability)));
        double value = r <= FAR ? ratio(MIDDLE, MIDDLE_BELOW, r - 1.6) : ratio(TAIL, TAIL_BELOW, r - FAR);
        return fromCentre < 0 ? -value : value;
    }

    private static double ratio(double[] above, double[] below, double at) {
        return polynomial(above, at) / polynomial(below, at);
    }

    private static double polynomial(double[] coefficients, double at) {
        double value = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) {
            value = value * at + coefficients[power];
        }
        return value;
    }
}
