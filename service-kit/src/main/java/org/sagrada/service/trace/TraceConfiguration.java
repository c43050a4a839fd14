package org.sagrada.service.trace;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a service needs to hand a trace on; taking it up and the log's part are Spring Boot's. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

    @Bean
    OutgoingHttp outgoingHttp(MeterRegistry meters, ObservationRegistry observations) {
        return new OutgoingHttp(meters, observations);
    }
}
