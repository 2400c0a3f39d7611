package dev.pathrank.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLayoutTest {
    private static final Instant FROM = Instant.parse("2017-02-12T10:00:00Z");
    private static final ListingFilter WINDOW = new ListingFilter(FROM, FROM.plusSeconds(3600 * 24), null, true);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "cdn/E1.2016-12-31-23.ab.gz, cdn/E1.2017-02-12-09",
        "cdn/E1.2017-02-12-08.ab.gz, cdn/E1.2017-02-12-09",
        "cdn/E1.2017-02-12-09.ab.gz, ''",
        "cdn/E1.2017-02-13-10.ab.gz, ''",
        "cdn/E1.2017-02-13-11.ab.gz, cdn/E1.2017-02-:",
        "cdn/E1.2017-03-01-00.ab.gz, cdn/E1.2017-03-:",
        "cdn/E1.2018-01-01-00.ab.gz, cdn/E1.2018-:",
        "cdn/2016/12/31/23/E1.2016-12-31-23.ab.gz, cdn/2017/02/12/09",
        "cdn/2016/12/31/E1.2016-12-31-23.ab.gz, cdn/2017/02/12",
        "cdn/2017/02/14/00/E1.2017-02-14-00.ab.gz, cdn/2017/02/:",
        "cdn/2018/02/14/00/E1.2018-02-14-00.ab.gz, cdn/2018/:",
        "year=2016/month=12/day=31/hour=23/E1.2016-12-31-23.ab.gz, year=2017/month=02/day=12/hour=09",
        "year=2017/month=02/day=14/hour=00/E1.2017-02-14-00.ab.gz, year=2017/month=02/day=:",
        "year=2018/month=02/day=14/hour=00/E1.2018-02-14-00.ab.gz, year=2018/month=:",
        "AWSLogs/123456789012/CloudFront/E1/2016/12/31/23/part-0, AWSLogs/123456789012/CloudFront/E1/2017/02/12/09",
        "2016/12/30/23/E1.2016-12-31-23.ab.gz, 2016/12/30/23/E1.2017-02-12-09",
    })
    void leapsToTheWindowAndOutOfIt(String key, String target) {
        assertEquals(target, KeyLayout.of(key).orElseThrow().leap(WINDOW).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E1.2017-02.gz",
                "2016/12/31/23/stream-1-2016-12-31-23-00-00-a",
                "notes.txt",
                "E1.2017-02-31-00.a.gz"
            })
    void seesNoLayoutInNamesThatCloudFrontDoesNotGive(String key) {
        assertEquals(Optional.empty(), KeyLayout.of(key));
    }
}
