package org.sagrada.client;

import java.io.IOException;
import java.net.URI;
import org.sagrada.client.http.ConnectionException;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.HttpTransport;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.Urls;

/** Finds a system's servers from one address, by the client configuration that is published there. */
public final class Discovery {

    private static final String DOCUMENT = "/.well-known/fxa-client-configuration";

    private Discovery() {}

    /**
     * Asks the address. Where nothing is published, it is the address of everything.
     *
     * @throws ConnectionException if there is no answer
     * @throws org.sagrada.client.http.UnexpectedAnswerException if what is published names no servers
     */
    public static Servers discover(HttpTransport transport, URI address) {
        HttpCall call = HttpCall.of("GET", Urls.at(address, DOCUMENT));
        HttpAnswer answer;
        try {
            answer = transport.send(call);
        } catch (IOException broken) {
            throw new ConnectionException("no answer to " + call, broken);
        }
        if (answer.status() != 200) {
            return new Servers(address, address);
        }
        Json configuration = Json.parse(answer.body());
        return Servers.at(configuration.text("auth_server_base_url"), configuration.text("sync_tokenserver_base_url"));
    }
}
