package org.sagrada.service.edge;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the edge in front of every handler of a service. */
@Configuration(proxyBeanMethods = false)
public class EdgeConfiguration {

    @Bean
    EdgeAnswers edgeAnswers(EdgeErrors errors) {
        return new EdgeAnswers(errors);
    }

    @Bean
    FailureTranslation failureTranslation() {
        return new FailureTranslation();
    }

    @Bean
    EdgeFilter edgeFilter(EdgeErrors errors, EdgeAnswers answers, FailureTranslation translation) {
        return new EdgeFilter(errors, answers, translation);
    }

    @Bean
    EdgeExceptionResolver edgeExceptionResolver(EdgeAnswers answers, FailureTranslation translation) {
        return new EdgeExceptionResolver(answers, translation);
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    /** Odd targets are to reach {@link EdgeFilter}, which answers them in the service's format, rather than Tomcat's page. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edgeOfTomcat(EdgeAnswers answers) {
        return factory -> {
            factory.addEngineValves(new ContainerErrorValve(answers));
            factory.addConnectorCustomizers((TomcatConnectorCustomizer) connector -> {
                connector.setProperty("relaxedPathChars", "<>[\\]^`{|}\"");
                connector.setProperty("relaxedQueryChars", "<>[\\]^`{|}\"");
                connector.setEncodedSolidusHandling("passthrough");
                connector.setEncodedReverseSolidusHandling("passthrough");
            });
        };
    }
}
