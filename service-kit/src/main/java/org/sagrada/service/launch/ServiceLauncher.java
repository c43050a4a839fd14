package org.sagrada.service.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts a service with its own defaults, whether it is alone in its process or one of three.
 *
 * <p>A service named {@code storage} reads {@code storage.yaml} (its defaults, on the class path) and {@code sagrada.yaml} (the
 * operator's, beside the process or in {@code config/}); environment variables and the command line come above both.
 */
public final class ServiceLauncher {

    /** The buckets of the latency histogram: fine where a sync is felt to be quick, coarse where it is only slow. */
    private static final String LATENCIES = "1ms,2ms,5ms,10ms,20ms,50ms,100ms,200ms,500ms,1s,2s,5s,10s";

    private ServiceLauncher() {}

    /** A builder that is ready to run. */
    public static SpringApplicationBuilder of(Class<?> application, String name) {
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .properties(defaults(name))
                .properties("spring.config.name=" + name + ",sagrada", "spring.application.name=sagrada-" + name);
    }

    private static Map<String, Object> defaults(String name) {
        var defaults = new LinkedHashMap<String, Object>();
        defaults.put("spring.threads.virtual.enabled", true);
        defaults.put("spring.jmx.enabled", false);
        defaults.put("spring.web.resources.add-mappings", false);
        defaults.put("spring.mvc.log-resolved-exception", false);
        // Each request would pay for what no service has: forms in bodies of PUT, and proxies around the classes with
        // the SQL.
        defaults.put("spring.mvc.formcontent.filter.enabled", false);
        defaults.put("spring.persistence.exceptiontranslation.enabled", false);
        // It would write whatever path a stranger asks for.
        defaults.put("logging.level.org.springframework.web.servlet.PageNotFound", "off");
        defaults.put(
                "spring.autoconfigure.exclude",
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration");
        defaults.put("server.max-http-request-header-size", "32KB");
        defaults.put("server.tomcat.max-swallow-size", "64KB");
        defaults.put("server.shutdown", "graceful");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        defaults.put("management.endpoints.web.exposure.include", "health,prometheus,info");
        defaults.put("management.endpoint.health.show-details", "always");
        defaults.put("management.server.address", "127.0.0.1");
        defaults.put("management.metrics.tags.application", "sagrada-" + name);
        defaults.put("management.metrics.distribution.slo.http.server.requests", LATENCIES);
        // Every request has an id all the same; spans are recorded where an operator wants them.
        defaults.put("management.tracing.sampling.probability", 0);
        defaults.put("spring.datasource.hikari.pool-name", name);
        // The database may come up after us, as it does with most compose files.
        defaults.put("spring.flyway.connect-retries", 60);
        defaults.put("spring.flyway.connect-retries-interval", "1s");
        defaults.put("spring.flyway.schemas", name);
        defaults.put("spring.flyway.locations", "classpath:db/migration/" + name);
        defaults.put("spring.datasource.hikari.schema", name);
        defaults.put("spring.datasource.hikari.connection-timeout", 5000);
        for (var value : new String[] {"url", "username", "password"}) {
            defaults.put(
                    "spring.datasource." + value,
                    "${sagrada." + name + ".database." + value + ":${sagrada.database." + value + "}}");
        }
        return defaults;
    }
}
