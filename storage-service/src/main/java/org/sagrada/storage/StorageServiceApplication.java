package org.sagrada.storage;

import org.sagrada.service.ServiceKit;
import org.sagrada.service.launch.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The storage service, alone in its process or as one of three. */
@SpringBootApplication
@EnableConfigurationProperties(StorageSettings.class)
@Import(ServiceKit.class)
public class StorageServiceApplication {

    /** Starts it on the port that {@code storage.yaml} names. */
    public static void main(String[] args) {
        ServiceLauncher.of(StorageServiceApplication.class, "storage").run(args);
    }
}
