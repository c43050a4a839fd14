package org.sagrada.service.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A service's API as an OpenAPI 3.1 document in YAML: {@code openapi.yaml} beside a class of the service. */
public final class ApiDocument {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final byte[] yaml;

    private ApiDocument(byte[] yaml) {
        this.yaml = yaml;
    }

    /** Reads it; a service without one does not start. */
    public static ApiDocument beside(Class<?> type) {
        try {
            return new ApiDocument(new ClassPathResource("openapi.yaml", type).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What whoever asks for it gets (RFC 9512). */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok()
                .contentType(YAML)
                .cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
                .body(yaml);
    }
}
