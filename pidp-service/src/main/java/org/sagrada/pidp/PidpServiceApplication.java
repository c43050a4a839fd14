package org.sagrada.pidp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import org.sagrada.pidp.admin.AdminCommand;
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

    private static final String ADMIN = "admin";
    private static final String ADMIN_URL = "http://127.0.0.1:9001/admin/pidp";

    /** Starts it; the arguments are Spring Boot's. With {@code admin} as the first, asks a running one for something instead. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(ADMIN)) {
            System.exit(admin(Arrays.asList(args).subList(1, args.length)));
        }
        ServiceLauncher.of(PidpServiceApplication.class, "pidp").run(args);
    }

    private static int admin(List<String> words) {
        var environment = System.getenv();
        return new AdminCommand(
                        URI.create(environment.getOrDefault("SAGRADA_PIDP_ADMIN_URL", ADMIN_URL)),
                        environment.getOrDefault("SAGRADA_PIDP_ADMIN_TOKEN", ""),
                        PidpServiceApplication::password,
                        System.out)
                .run(words);
    }

    private static String password() {
        return new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
    }
}
