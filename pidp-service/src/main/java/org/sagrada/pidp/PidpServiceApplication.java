package org.sagrada.pidp;

import org.sagrada.service.ServiceKit;
import org.sagrada.service.launch.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The PIdP as a service of its own. */
@SpringBootApplication
@Import(ServiceKit.class)
public class PidpServiceApplication {

    /** Starts it; the arguments are Spring Boot's. */
    public static void main(String[] args) {
        ServiceLauncher.of(PidpServiceApplication.class, "pidp").run(args);
    }
}
