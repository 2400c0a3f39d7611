package dev.pathrank.source.s3;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * Baseline of {@code scripts/bench --s3}: gets objects with known keys, with the client that pathrank uses, and
 * discards their bytes.
 */
public final class BareGets {
    private BareGets() {}

    /**
     * Arguments: the endpoint, the bucket, a file with a key on each line, and optionally the number of GETs in flight
     * (default 64).
     */
    public static void main(String[] args) throws Exception {
        S3Options options =
                new S3Options("us-east-1", null, URI.create(args[0]), true, false, false, RetryPolicy.DEFAULT);
        int inFlight = args.length > 3 ? Integer.parseInt(args[3]) : 64;
        Queue<String> keys = new ConcurrentLinkedQueue<>(Files.readAllLines(Path.of(args[2])));
        try (S3Connection connection = new S3Connection(options, inFlight)) {
            S3Client client = connection.client();
            ExecutorService threads = Executors.newFixedThreadPool(inFlight);
            List<Future<Long>> all = new ArrayList<>();
            for (int thread = 0; thread < inFlight; thread++) {
                all.add(threads.submit(() -> get(client, args[1], keys)));
            }
            long bytes = 0;
            for (Future<Long> one : all) {
                bytes += one.get();
            }
            threads.shutdown();
            System.out.println(bytes + " bytes");
        }
    }

    private static long get(S3Client client, String bucket, Queue<String> keys) throws Exception {
        long bytes = 0;
        GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket);
        for (String key = keys.poll(); key != null; key = keys.poll()) {
            try (InputStream in = client.getObject(request.key(key).build())) {
                bytes += in.readAllBytes().length;
            }
        }
        return bytes;
    }
}
