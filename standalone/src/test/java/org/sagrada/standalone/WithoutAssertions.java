package org.sagrada.standalone;

import java.io.IOException;
import java.util.Map;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.HttpHeaders;
import org.sagrada.client.http.HttpLines;
import org.sagrada.client.http.HttpTransport;

/** The way to a token service that has OAuth alone, as some have: assertions are refused on the way, all else is for the real one. */
final class WithoutAssertions implements HttpTransport {

    private final HttpTransport real = HttpTransport.onClassPath();

    @Override
    public HttpAnswer send(HttpCall call) throws IOException {
        return call.headers().getOrDefault("Authorization", "").startsWith("BrowserID ")
                ? new HttpAnswer(401, HttpHeaders.of(Map.of()), "{\"status\":\"error\",\"errors\":[]}")
                : real.send(call);
    }

    @Override
    public HttpLines open(HttpCall call) throws IOException {
        return real.open(call);
    }
}
