package org.sagrada.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.standalone.data.AdminAccess;
import org.sagrada.standalone.data.DataDirectory;
import org.sagrada.standalone.data.Secrets;

class ServiceArgumentsTest {

    private static final String PUBLIC_URL = "--sagrada.public-url=";

    @TempDir
    private Path directory;

    @Test
    void saysThePublicUrlWhereTheOperatorDidNot() throws IOException {
        assertThat(arguments(List.of())).contains(PUBLIC_URL + "http://localhost:8000");
    }

    @Test
    void doesNotRepeatThePublicUrlThatTheOperatorGave() throws IOException {
        assertThat(arguments(List.of(PUBLIC_URL + "https://sync.example.org")))
                .noneMatch(argument -> argument.startsWith(PUBLIC_URL))
                .contains("--sagrada.token.issuers[0].name=sync.example.org");
    }

    @Test
    void givesOnlyThoseServicesATokenWhoseOperatorHasNone() throws IOException {
        assertThat(arguments(List.of()))
                .contains("--sagrada.pidp.admin.token=a token that was made here")
                .noneMatch(argument -> argument.startsWith("--sagrada.token.admin.token="));
    }

    private List<String> arguments(List<String> operators) throws IOException {
        try (var opened = DataDirectory.open(directory)) {
            return ServiceArguments.of(
                    Settings.read(operators),
                    8000,
                    Secrets.of(opened, new SecureRandom()),
                    new AdminAccess(null, "a token that was made here"));
        }
    }
}
