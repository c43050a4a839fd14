package org.sagrada.storage.load;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has requests timed before anything else happens to them, and large answers written in few pieces. */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerOfStorage(MeterRegistry meters) {
        return factory -> {
            factory.addContextCustomizers(context -> context.getPipeline().addValve(new RequestTimes(meters)));
            factory.addConnectorCustomizers(
                    connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(AnswerBuffer.BYTES)));
        };
    }
}
