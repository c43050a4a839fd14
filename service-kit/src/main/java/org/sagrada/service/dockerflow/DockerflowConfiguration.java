package org.sagrada.service.dockerflow;

import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Dockerflow endpoints of a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrainSettings.class)
public class DockerflowConfiguration {

    @Bean
    DockerflowController dockerflowController(DataSource database, ApplicationAvailability availability) {
        return new DockerflowController(new DatabaseCheck(database), availability, BuildVersion.ofThisBuild());
    }

    @Bean
    Drain drain(DrainSettings settings) {
        return new Drain(settings.drainTime());
    }
}
