package org.sagrada.loadtest.token;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.sagrada.loadtest.host.BenchDatabase;
import org.sagrada.loadtest.measure.Call;

/** What a token can't be had without: the signatures verified, and the user's history read from the same table. */
final class BareCost implements Call, AutoCloseable {

    /** As the token service has it. */
    private static final String HISTORY = """
            SELECT u.uid, u.generation, u.keys_changed_at, u.client_state, u.created_at, u.replaced_at,
                   n.id AS node_id, n.url AS node_url
            FROM token.user_record u
            LEFT JOIN token.node n ON n.id = u.node_id
            WHERE u.email = ?
            ORDER BY u.created_at DESC, u.uid DESC
            LIMIT 20
            """;

    private final List<List<Signed>> ofUsers;
    private final Connection connection;
    private final PreparedStatement history;

    /**
     * One worker's.
     *
     * @param ofUsers the signatures of each user's credential
     */
    BareCost(BenchDatabase database, List<List<Signed>> ofUsers) throws SQLException {
        this.ofUsers = ofUsers;
        this.connection = DriverManager.getConnection(database.url(), database.username(), database.password());
        this.history = connection.prepareStatement(HISTORY);
    }

    @Override
    public void run(RandomGenerator random) throws IOException, SQLException {
        pay(random.nextInt(ofUsers.size()));
    }

    /** Does it once, for one user. */
    void pay(int user) throws IOException, SQLException {
        try {
            for (var signed : ofUsers.get(user)) {
                if (!signed.verifies()) {
                    throw new IOException("a signature of our own making doesn't verify");
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        history.setString(1, BenchIssuer.email(user));
        try (var rows = history.executeQuery()) {
            if (!rows.next() || rows.getLong("uid") == 0) {
                throw new IOException("a user without a record");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
