package org.sagrada.token.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets a document or fails soon: no redirects, no more bytes and no more time than the settings allow. */
public final class Fetcher {

    private final HttpClient client;
    private final FetchSettings settings;
    private final MeterRegistry metrics;

    /** A fetcher with a connection pool of its own. */
    public Fetcher(FetchSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The text at an address.
     *
     * @throws IOException for anything but a status of 200 and a text within the limits
     */
    String get(URI address) throws IOException {
        Answer answer = ask(address);
        if (answer.status() != 200) {
            throw new IOException("status " + answer.status());
        }
        return answer.body();
    }

    /**
     * The answer at an address, whatever its status.
     *
     * @throws IOException if there is none within the limits
     */
    public Answer ask(URI address) throws IOException {
        return send(request(address).build());
    }

    /**
     * The answer to a question in JSON, whatever its status.
     *
     * @throws IOException if there is none within the limits
     */
    public Answer post(URI address, String json) throws IOException {
        return send(request(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** What came back. */
    public record Answer(int status, String body) {}

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(settings.timeout()).header("Accept", "application/json");
    }

    private Answer send(HttpRequest request) throws IOException {
        Timer.Sample began = Timer.start(metrics);
        String outcome = "none";
        try {
            Answer answer = exchange(request);
            outcome = Integer.toString(answer.status());
            return answer;
        } finally {
            began.stop(metrics.timer("sagrada.token.fetches", "status", outcome));
        }
    }

    private Answer exchange(HttpRequest request) throws IOException {
        // The client's own timeout ends with the headers; this one covers a body that trickles in.
        var exchange = client.sendAsync(
                request,
                BodyHandlers.limiting(
                        BodyHandlers.ofByteArray(), settings.maxSize().toBytes()));
        try {
            HttpResponse<byte[]> response = exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), new String(response.body(), UTF_8));
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + settings.timeout(), late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } finally {
            exchange.cancel(true);
        }
    }
}
