package org.sagrada.client.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Discovery;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.http.HttpTransport;
import org.sagrada.client.http.Urls;
import org.sagrada.client.http.jdk.JdkHttpTransport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which system a command talks to. */
final class ServerOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:SAGRADA_SERVER:-http://localhost:8000}",
            description =
                    "Where the system, or its identity provider, is (default: SAGRADA_SERVER, or ${DEFAULT-VALUE}).")
    private String server = "";

    @Option(
            names = "--token-server",
            paramLabel = "URL",
            description = "Where the token service is, if the system doesn't tell.")
    private @Nullable String tokenServer;

    SagradaClient client() {
        return SagradaClient.at(servers());
    }

    /** As given; what isn't given is asked of the system. */
    Servers servers() {
        URI pidp = address();
        return tokenServer == null ? Discovery.discover(transport(), pidp) : new Servers(pidp, url(tokenServer));
    }

    URI address() {
        return url(server);
    }

    static HttpTransport transport() {
        return new JdkHttpTransport();
    }

    private URI url(String text) {
        try {
            return Urls.base(text);
        } catch (IllegalArgumentException mistake) {
            if (command == null) {
                throw mistake;
            }
            throw new ParameterException(
                    command.commandLine(), "'" + text + "' is not an address like https://sync.example.org");
        }
    }
}
