package org.sagrada.token;

import org.sagrada.service.ServiceKit;
import org.sagrada.service.launch.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The token service, alone in its process or as one of three. */
@SpringBootApplication
@EnableConfigurationProperties(TokenSettings.class)
@Import(ServiceKit.class)
public class TokenServiceApplication {

    /** Starts it on the port that {@code token.yaml} names. */
    public static void main(String[] args) {
        ServiceLauncher.of(TokenServiceApplication.class, "token").run(args);
    }
}
