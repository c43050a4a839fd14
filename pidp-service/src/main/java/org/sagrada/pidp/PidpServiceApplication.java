package org.sagrada.pidp;

import org.sagrada.service.ServiceKit;
import org.sagrada.service.launch.ServiceLauncher;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The PIdP as a service of its own. What belongs to the management port is not scanned: it must not be on the public one. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @Filter(type = FilterType.ANNOTATION, classes = ManagementContextConfiguration.class)
        })
@Import(ServiceKit.class)
public class PidpServiceApplication {

    /** Starts it; the arguments are Spring Boot's. */
    public static void main(String[] args) {
        ServiceLauncher.of(PidpServiceApplication.class, "pidp").run(args);
    }
}
