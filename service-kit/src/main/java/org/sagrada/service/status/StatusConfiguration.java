package org.sagrada.service.status;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import org.sagrada.service.dockerflow.BuildVersion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Gathers the status page's parts in the service; {@link StatusManagementConfiguration} shows it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class StatusConfiguration {

    @Bean
    History statusHistory(MeterRegistry meters, Clock clock) {
        return new History(meters, clock);
    }

    @Bean
    StatusPage statusPage(
            @Value("${spring.application.name:Sagrada}") String name,
            History history,
            ObjectProvider<StatusSection> own,
            MeterRegistry meters,
            Clock clock) {
        var sections = new ArrayList<>(own.orderedStream().toList());
        sections.add(new Routes(meters));
        sections.add(new Meters(meters));
        return new StatusPage(name, BuildVersion.ofThisBuild(), history, sections, clock);
    }
}
