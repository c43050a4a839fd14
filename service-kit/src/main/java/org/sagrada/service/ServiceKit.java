package org.sagrada.service;

import org.sagrada.service.background.BackgroundConfiguration;
import org.sagrada.service.dockerflow.DockerflowConfiguration;
import org.sagrada.service.edge.EdgeConfiguration;
import org.sagrada.service.status.StatusConfiguration;
import org.sagrada.service.time.TimeAndChanceConfiguration;
import org.sagrada.service.url.PublicUrlConverter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything of the kit, for a service's application class to import.
 *
 * <p>The service has to bring one bean of type {@link org.sagrada.service.edge.EdgeErrors}, which speaks its protocol's
 * error format, and a {@link javax.sql.DataSource}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    BackgroundConfiguration.class,
    EdgeConfiguration.class,
    DockerflowConfiguration.class,
    TimeAndChanceConfiguration.class,
    StatusConfiguration.class,
    PublicUrlConverter.class
})
public class ServiceKit {}
