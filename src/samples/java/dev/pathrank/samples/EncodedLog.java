package dev.pathrank.samples;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The seven ways in which CloudFront writes the same traffic. */
public enum EncodedLog {
    LEGACY {
        @Override
        public byte[] write(FormatTraffic traffic) {
            return text(SampleColumns.COLUMNS_33.header(), traffic, row -> join("\t", row, LEGACY_FIELDS));
        }
    },
    V2_W3C {
        @Override
        public byte[] write(FormatTraffic traffic) {
            String header = "#Fields: " + String.join(" ", V2_FIELDS) + "\n";
            return text(header, traffic, row -> join("\t", row, V2_FIELDS));
        }
    },
    V2_PLAIN {
        @Override
        public byte[] write(FormatTraffic traffic) {
            return text("", traffic, row -> join("|", row, V2_FIELDS));
        }
    },
    V2_RAW {
        @Override
        public byte[] write(FormatTraffic traffic) {
            return text("", traffic, row -> join("\t", row, V2_FIELDS));
        }
    },
    V2_JSON {
        @Override
        public byte[] write(FormatTraffic traffic) {
            return text("", traffic, EncodedLog::json);
        }
    },
    V2_PARQUET {
        @Override
        public byte[] write(FormatTraffic traffic) {
            return ParquetLog.write(traffic.standardRows(), V2_FIELDS);
        }
    },
    REAL_TIME {
        @Override
        public byte[] write(FormatTraffic traffic) {
            return text("", traffic, EncodedLog::realTime);
        }
    };

    /** The columns that the owner of the v2 logs chose, in the owner's order. */
    public static final List<String> V2_FIELDS =
            List.of(("x-edge-request-id cs-uri-stem asn date time timestamp(ms) cs-method cs-uri-query sc-status c-ip"
                            + " x-host-header cs(Host) cs-protocol x-edge-result-type x-edge-detailed-result-type"
                            + " time-to-first-byte time-taken sc-bytes cs(User-Agent) cs(Referer) c-country")
                    .split(" "));

    private static final List<String> LEGACY_FIELDS = List.of(
            SampleColumns.COLUMNS_33.header().split("#Fields: ")[1].strip().split(" "));

    /** The object's bytes, not packed. */
    public abstract byte[] write(FormatTraffic traffic);

    /** The bytes, packed. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The bytes, packed by Zstandard. */
    public static byte[] zstd(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] text(String header, FormatTraffic traffic, Function<Map<String, String>, String> row) {
        return traffic.standardRows().stream()
                .map(row)
                .collect(Collectors.joining("\n", header, "\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String join(String delimiter, Map<String, String> row, List<String> fields) {
        return fields.stream().map(row::get).collect(Collectors.joining(delimiter));
    }

    private static String json(Map<String, String> row) {
        return Stream.concat(Stream.of("distributionid"), V2_FIELDS.stream())
                .map(field -> "\"" + field + "\":\"" + row.getOrDefault(field, "E2EXAMPLE1ABCD") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The documented order of December 2020, with the query in the path and the two hosts the other way round. */
    private static String realTime(Map<String, String> row) {
        String query = row.get("cs-uri-query");
        BigDecimal seconds = new BigDecimal(row.get("timestamp(ms)")).movePointLeft(3);
        List<String> cells = new ArrayList<>();
        cells.add(seconds.setScale(3).toPlainString());
        cells.addAll(of(row, "c-ip time-to-first-byte sc-status sc-bytes cs-method cs-protocol x-host-header"));
        cells.add(row.get("cs-uri-stem") + (query.equals("-") ? "" : "?" + query));
        cells.addAll(of(row, "cs-bytes x-edge-location x-edge-request-id cs(Host) time-taken cs-protocol-version"));
        cells.add(row.get("c-ip").contains(":") ? "IPv6" : "IPv4");
        cells.addAll(of(
                row,
                "cs(User-Agent) cs(Referer) cs(Cookie) cs-uri-query x-edge-response-result-type x-forwarded-for"
                        + " ssl-protocol ssl-cipher x-edge-result-type fle-encrypted-fields fle-status sc-content-type"
                        + " sc-content-len sc-range-start sc-range-end c-port x-edge-detailed-result-type c-country"));
        cells.addAll(List.of("gzip,%20deflate", "*/*", "*", "Host:x%0AAccept:*/*%0A", "Host%0AAccept", "2"));
        return String.join("\t", cells);
    }

    private static List<String> of(Map<String, String> row, String names) {
        return Stream.of(names.split(" ")).map(row::get).toList();
    }
}
