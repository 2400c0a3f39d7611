package dev.pathrank.source.s3;

import java.math.BigDecimal;

/**
 * What S3 charges for requests. The figures are the list prices of S3 Standard in us-east-1 as public price tables had
 * them in November 2026; they have been the same for years. Other regions charge up to about half more, other storage
 * classes much more.
 */
public final class S3Prices {
    /** US dollars for one LIST: 0.005 for a thousand. */
    private static final BigDecimal LIST = new BigDecimal("0.000005");

    /** US dollars for one GET: 0.0004 for a thousand. */
    private static final BigDecimal GET = new BigDecimal("0.0000004");

    private S3Prices() {}

    /** US dollars for requests, without the bytes, which cost nothing within the region. */
    public static BigDecimal of(long lists, long gets) {
        return LIST.multiply(BigDecimal.valueOf(lists)).add(GET.multiply(BigDecimal.valueOf(gets)));
    }

    /** The prices in words: amounts, class, region, date. */
    public static String basis() {
        return "LIST $0.005, GET $0.0004 per 1,000; S3 Standard, us-east-1, November 2026";
    }
}
