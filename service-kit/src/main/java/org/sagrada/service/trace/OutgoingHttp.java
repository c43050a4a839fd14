package org.sagrada.service.trace;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.java11.instrument.binder.jdk.MicrometerHttpClient;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;

/** Makes what a service asks of others part of its metrics ({@code http.client.requests}) and of the caller's trace. */
public final class OutgoingHttp {

    private final MeterRegistry meters;
    private final ObservationRegistry observations;

    OutgoingHttp(MeterRegistry meters, ObservationRegistry observations) {
        this.meters = meters;
        this.observations = observations;
    }

    /** A client that sends as the given one does, with {@code traceparent} (W3C Trace Context, 3.2) on each request. */
    public HttpClient observed(HttpClient client) {
        return MicrometerHttpClient.instrumentationBuilder(client, meters)
                .observationRegistry(observations)
                .build();
    }
}
