package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import org.sagrada.model.token.TokenSecrets;

/** Where workers get their connections. */
@FunctionalInterface
public interface Door {

    /** One more connection. */
    Storage open() throws IOException, SQLException;

    /**
     * Through a service.
     *
     * @param node its public URL, without a slash at the end
     * @param secrets that it shares with its token service
     */
    static Door service(URI node, Protocol protocol, TokenSecrets secrets, Clock clock) {
        var requests = new SignedRequests(node, protocol, secrets, clock);
        return () -> new HttpStorage(new HttpConnection(node, protocol.versionHeader()), requests, protocol);
    }

    /** Straight to the database, with the settings that the service's own connections have. */
    static Door database(String url, String username, String password, Clock clock) {
        return () -> {
            var properties = new Properties();
            properties.put("user", username);
            properties.put("password", password);
            properties.put("currentSchema", "storage");
            properties.put("prepareThreshold", "2");
            return new SqlStorage(DriverManager.getConnection(url, properties), clock);
        };
    }
}
