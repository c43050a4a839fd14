package org.sagrada.client.http.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.HttpHeaders;
import org.sagrada.client.http.HttpLines;
import org.sagrada.client.http.HttpTransport;

/** The transport on {@code java.net.http}. */
public final class JdkHttpTransport implements HttpTransport {

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);
    private static final String USUAL_USER_AGENT = "Sagrada-Client";

    private final HttpClient client;
    private final Duration timeout;
    private final String userAgent;

    /** A transport that waits for a minute. */
    public JdkHttpTransport() {
        this(USUAL_TIMEOUT, USUAL_USER_AGENT);
    }

    /**
     * A transport with its own pool of connections.
     *
     * @param timeout for a connection, and then for an answer to begin
     */
    public JdkHttpTransport(Duration timeout, String userAgent) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        this.timeout = timeout;
        this.userAgent = userAgent;
    }

    @Override
    public HttpAnswer send(HttpCall call) throws IOException {
        HttpResponse<String> response = send(call, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new HttpAnswer(response.statusCode(), headers(response), response.body());
    }

    @Override
    public HttpLines open(HttpCall call) throws IOException {
        HttpResponse<InputStream> response = send(call, BodyHandlers.ofInputStream());
        return new HttpLines(response.statusCode(), headers(response), response.body());
    }

    private <T> HttpResponse<T> send(HttpCall call, BodyHandler<T> handler) throws IOException {
        String body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(call.url())
                .timeout(timeout)
                .setHeader("User-Agent", userAgent)
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        call.headers().forEach(request::setHeader);
        try {
            return client.send(request.build(), handler);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }

    private static HttpHeaders headers(HttpResponse<?> response) {
        Map<String, String> first = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> first.put(name, values.get(0)));
        return HttpHeaders.of(first);
    }
}
