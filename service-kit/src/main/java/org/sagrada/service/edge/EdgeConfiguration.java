package org.sagrada.service.edge;

import java.util.List;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

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

    /** A service's own exception handlers come first, and Spring's answers, which have a format of their own, never. */
    @Bean
    WebMvcConfigurer edgeOfSpring(EdgeAnswers answers, FailureTranslation translation) {
        return new WebMvcConfigurer() {
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                // Spring takes the end of /1.0/sync/2.0 for a file's extension and would make the answer a download.
                negotiation.mediaType("0", MediaType.APPLICATION_JSON).mediaType("5", MediaType.APPLICATION_JSON);
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.removeIf(resolver -> !(resolver instanceof ExceptionHandlerExceptionResolver));
                resolvers.add(new EdgeExceptionResolver(answers, translation));
            }
        };
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    /** Odd targets are to reach {@link EdgeFilter}, which answers them in the service's format, rather than Tomcat's page. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edgeOfTomcat(EdgeAnswers answers) {
        return factory -> {
            // Inside the host, where Tomcat's own error report comes after it and finds the answer written.
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ContainerErrorValve(answers)));
            factory.addConnectorCustomizers((TomcatConnectorCustomizer) connector -> {
                connector.setProperty("relaxedPathChars", "<>[\\]^`{|}\"");
                connector.setProperty("relaxedQueryChars", "<>[\\]^`{|}\"");
                connector.setEncodedSolidusHandling("passthrough");
                connector.setEncodedReverseSolidusHandling("passthrough");
            });
        };
    }
}
