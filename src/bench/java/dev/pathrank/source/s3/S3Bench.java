package dev.pathrank.source.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * The measurement of {@code scripts/bench --s3}: starts an S3 server with many small log objects, then reads them
 * alternately with {@link BareGets} and with the packaged program, each in a process of its own, and prints a Markdown
 * table.
 */
public final class S3Bench {
    private static final String BUCKET = "bench-logs";
    private static final Instant START = Instant.parse("2019-12-16T00:00:00Z");
    private static final int OBJECTS_AN_HOUR = 50;
    private static final String HEADER =
            "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host)"
                    + " cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) "
                    + "x-edge-result-type x-edge-request-id"
                    + " x-host-header cs-protocol cs-bytes time-taken\n";

    private S3Bench() {}

    /**
     * Arguments: objects, stored bytes of each, runs, the launcher, the class path of {@link BareGets}, and, where
     * wanted, the launcher of Spark.
     */
    public static void main(String[] args) throws Exception {
        int objects = Integer.parseInt(args[0]);
        int size = Integer.parseInt(args[1]);
        int runs = Integer.parseInt(args[2]);
        try (S3Server server = S3Server.start(RememberedListing::new)) {
            server.createBucket(BUCKET);
            Path folder = Files.createTempDirectory("bench-objects");
            long bytes = fill(server, folder, objects, size);
            System.out.printf(
                    Locale.ROOT,
                    "Input: %,d objects of %.1f KB on average in a local S3 server on the same processors%n%n",
                    objects,
                    bytes / 1e3 / objects);
            System.out.println(
                    "| run | bare GETs s | cpu s | from disk s | cpu s | from S3 s | cpu s | peak RSS MB | exit"
                            + " | × bare GETs | × disk |");
            System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            Path keys = keys(objects);
            List<Double> toBare = new ArrayList<>();
            List<Double> toDisk = new ArrayList<>();
            for (int run = 0; run <= runs; run++) {
                Measured bare = Measured.of(bare(server, args[4], keys));
                Measured disk = Measured.of(List.of(args[3], "rank", folder.toString()));
                Measured rank = Measured.of(rank(server, args[3]));
                if (bare.exit() != 0) {
                    throw new IllegalStateException("the bare GETs failed");
                }
                if (run > 0) { // the first warms the server up
                    toBare.add(rank.seconds() / bare.seconds());
                    toDisk.add(rank.seconds() / disk.seconds());
                    System.out.printf(
                            Locale.ROOT,
                            "| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %d | %.2f | %.2f |%n",
                            run,
                            bare.seconds(),
                            bare.cpu(),
                            disk.seconds(),
                            disk.cpu(),
                            rank.seconds(),
                            rank.cpu(),
                            rank.peakMegabytes(),
                            rank.exit(),
                            toBare.get(run - 1),
                            toDisk.get(run - 1));
                }
            }
            if (args.length > 5) {
                bySpark(server, args[3], args[5]);
            }
            Files.delete(keys);
            for (int number = 0; number < objects; number++) {
                Files.delete(folder.resolve(fileName(number)));
            }
            Files.delete(folder);
            System.out.printf(Locale.ROOT, "%nmedian: %.2f × bare GETs, %.2f × disk%n", median(toBare), median(toDisk));
        }
    }

    /** Runs it on Spark and compares the bytes. */
    private static void bySpark(S3Server server, String launcher, String sparkLauncher) throws Exception {
        Path one = Files.createTempFile("bench-one", ".csv");
        Path other = Files.createTempFile("bench-spark", ".csv");
        Measured rank = Measured.of(into(one, rank(server, launcher)));
        Measured spark = Measured.of(into(other, rank(server, sparkLauncher)));
        System.out.printf(
                Locale.ROOT,
                "%nby Spark: %.1f s against %.1f s, exit %d and %d, %s bytes%n",
                spark.seconds(),
                rank.seconds(),
                spark.exit(),
                rank.exit(),
                Files.mismatch(one, other) < 0 ? "the same" : "OTHER");
        Files.delete(one);
        Files.delete(other);
    }

    private static List<String> into(Path file, List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("-o", file.toString()));
        return words;
    }

    private static double median(List<Double> ratios) {
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    private static List<String> bare(S3Server server, String classPath, Path keys) {
        return List.of(
                java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                BareGets.class.getName(),
                server.endpoint().toString(),
                BUCKET,
                keys.toString());
    }

    private static List<String> rank(S3Server server, String launcher) {
        return List.of(
                launcher,
                "rank",
                "s3://" + BUCKET + "/cdn/",
                "--endpoint-url",
                server.endpoint().toString(),
                "--path-style",
                "--region",
                "us-east-1");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path keys(int objects) throws IOException {
        List<String> keys = new ArrayList<>();
        for (int number = 0; number < objects; number++) {
            keys.add(key(number));
        }
        return Files.write(Files.createTempFile("bench-keys", ".txt"), keys);
    }

    private static String key(int number) {
        return "cdn/" + fileName(number);
    }

    private static String fileName(int number) {
        LocalDateTime hour =
                LocalDateTime.ofInstant(START.plusSeconds(3600L * (number / OBJECTS_AN_HOUR)), ZoneOffset.UTC);
        return String.format(
                Locale.ROOT, "E3BENCHMARKABC.%s-%02d.%08x.gz", hour.toLocalDate(), hour.getHour(), number * 0x9E3779B1);
    }

    private static long fill(S3Server server, Path folder, int objects, int size) throws IOException {
        long bytes = 0;
        for (int number = 0; number < objects; number++) {
            byte[] log = log(number, size);
            bytes += log.length;
            server.put(BUCKET, key(number), log);
            Files.write(folder.resolve(fileName(number)), log);
        }
        return bytes;
    }

    /** A log of about {@code size} compressed bytes: IDs and addresses compress little, everything else well. */
    private static byte[] log(int number, int size) throws IOException {
        Random random = new Random(number);
        Instant hour = START.plusSeconds(3600L * (number / OBJECTS_AN_HOUR));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 512, true)) {
            gzip.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            while (packed.size() < size - 200) {
                for (int row = 0; row < 8; row++) {
                    gzip.write(
                            row(random, hour.plusSeconds(random.nextInt(3600))).getBytes(StandardCharsets.US_ASCII));
                }
                gzip.flush();
            }
        }
        return packed.toByteArray();
    }

    private static String row(Random random, Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        byte[] id = new byte[40];
        random.nextBytes(id);
        return utc.toLocalDate() + "\t" + utc.toLocalTime() + (utc.getSecond() == 0 ? ":00" : "") + "\tFRA2\t"
                + random.nextInt(20_000) + "\t192.0.2." + random.nextInt(256)
                + "\tGET\td111111abcdef8.cloudfront.net\t/api/" + PLACES.get(random.nextInt(PLACES.size())) + "/"
                + random.nextInt(100_000)
                + "\t200\t-\tMozilla/5.0%20(X11;%20Linux%20x86_64)\t-\t-\tMiss\t"
                + java.util.Base64.getEncoder().encodeToString(id) + "\twww.example.com\thttps\t"
                + random.nextInt(900) + "\t0." + (100 + random.nextInt(900)) + "\n";
    }

    private static final List<String> PLACES = Arrays.asList("user", "product", "order", "cart", "basket", "stock");

    /** One process: wall time, processor time and its largest resident memory. */
    private record Measured(double seconds, double cpu, long peakMegabytes, int exit) {
        static Measured of(List<String> command) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectErrorStream(true);
            builder.environment().put("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY);
            builder.environment().put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY);
            long begin = System.nanoTime();
            Process process = builder.start();
            long peak = 0;
            double cpu = 0;
            while (!process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakOf(process.pid()));
                cpu = Math.max(
                        cpu,
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
            }
            return new Measured((System.nanoTime() - begin) / 1e9, cpu, peak / 1024, process.exitValue());
        }

        /** Kilobytes, as Linux counts them; 0 elsewhere. */
        private static long peakOf(long pid) {
            try {
                return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                return 0; // it has just ended
            }
        }
    }
}
