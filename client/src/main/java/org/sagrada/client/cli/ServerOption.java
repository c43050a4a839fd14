package org.sagrada.client.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.http.Urls;
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
            defaultValue = "http://localhost:8000",
            description = "Where the identity provider is (default: ${DEFAULT-VALUE}).")
    private String server = "";

    @Option(
            names = "--token-server",
            paramLabel = "URL",
            description = "Where the token service is, if not at the same address.")
    private @Nullable String tokenServer;

    SagradaClient client() {
        URI pidp = url(server);
        return SagradaClient.at(new Servers(pidp, tokenServer == null ? pidp : url(tokenServer)));
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

    @Override
    public String toString() {
        return server;
    }
}
