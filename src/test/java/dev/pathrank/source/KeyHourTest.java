package dev.pathrank.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyHourTest {
    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
        E1HJS54CQLFQU4.2022-09-03-00.18a84fe8.gz                              | E1HJS54CQLFQU4  | 2022-09-03T00:00:00Z
        example-prefix/EMLARXS9EXAMPLE.2019-11-14-20.RT4KCN4SGK9.gz           | EMLARXS9EXAMPLE | 2019-11-14T20:00:00Z
        s3://logs/cdn/E1AB.2024-02-29-23.3f2a.gz                              | E1AB            | 2024-02-29T23:00:00Z
        example.com/2025/09/23/08/XXXXXXXXXXXX.2025-09-23-08.abcdef01.gz      | XXXXXXXXXXXX    | 2025-09-23T08:00:00Z
        logs/E1AB.2024-05-01-13.3f2a                                          | E1AB            | 2024-05-01T13:00:00Z
        v2/E1AB.2024-05-01-13.3f2a.parquet                                    | E1AB            | 2024-05-01T13:00:00Z
        AWSLogs/123456789012/CloudFront/E1AB/2025/09/23/08/part-0             | E1AB            | 2025-09-23T08:00:00Z
        x/AWSLogs/aws-account-id=123456789012/CloudFront/DistributionId=E1AB/year=2025/month=09/day=23/hour=08/part-0 \
        | E1AB | 2025-09-23T08:00:00Z
        """)
    void readsTheHourOfKeysThatCloudFrontNames(String key, String distribution, String hour) {
        KeyHour read = KeyHour.of(key).orElseThrow();
        assertEquals(distribution, read.distribution());
        assertEquals(hour, read.hour().toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        access.log
        -
        E1AB.2024-05-01.3f2a.gz
        E1AB.2024-05-01-24.3f2a.gz
        E1AB.2023-02-29-10.3f2a.gz
        E1AB.2024-05-01-13.gz.
        E1AB.2024-05-01-13..gz
        E1AB.2024-05-01-13.3f2a.gz.bak
        E1AB.2024-05-01-13.week.merged.gz
        access.2024-05-01-13.3f2a.gz
        my-E1AB.2024-05-01-13.3f2a.gz
        E1AB.2024-05-01-13.3f2a.gz/part-0
        firehose/2025/09/23/08/stream-1-2025-09-23-08-15-30-0a1b
        year=2025/month=09/day=23/hour=08/part-0
        AWSLogs/123456789012/CloudFront/E1AB/2025/09/23/part-0
        AWSLogs/123456789012/CloudFront/E1AB/2025/13/23/08/part-0
        """)
    void believesNoOtherName(String key) {
        assertEquals(Optional.empty(), KeyHour.of(key));
    }
}
