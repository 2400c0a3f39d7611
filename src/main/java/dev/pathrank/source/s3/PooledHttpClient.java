package dev.pathrank.source.s3;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client whose wait for a free connection ends as a fault of the network when its time is up.
 *
 * <p>The SDK ends an attempt that takes too long by cancelling it. Where the attempt still waits for a connection of
 * the pool, Apache's client answers with a {@link CancellationException}, which the SDK takes for no fault of the
 * network: it neither knows it for its own timeout nor tries again.
 *
 * @param client the client that sends the requests, closed with this one
 */
record PooledHttpClient(SdkHttpClient client) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = client.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    return prepared.call();
                } catch (CancellationException e) {
                    throw new IOException("no connection was free in time", e);
                }
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }
}
