package org.sagrada.loadtest.token;

import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.sagrada.loadtest.host.BenchDatabase;

/** New users on nodes of different sizes, many at once: how evenly the nodes fill. */
final class Filling {

    private static final double ROOM_LEFT = 1.1;

    private final BenchDatabase database;
    private final int nodes;
    private final int users;
    private final int workers;

    Filling(BenchDatabase database, int nodes, int users, int workers) {
        this.database = database;
        this.nodes = nodes;
        this.users = users;
        this.workers = workers;
    }

    /**
     * What came of it.
     *
     * @param rate of new users, in 1/s
     * @param worst how far the load of the node that is farthest from its share is from it, as a part of that share
     * @param overfull how many nodes have more users than their capacity
     * @param counted whether each node's load is the number of its records
     */
    record Outcome(int users, int nodes, double rate, double worst, int overfull, boolean counted) {

        boolean isGood() {
            return worst <= 0.01 && overfull == 0 && counted;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%,d new users on %d nodes of different sizes, %.0f a second: the load of the node farthest from its share is"
                            + " %.3f %% away from it; %d nodes over their capacity; loads %s the records.",
                    users,
                    nodes,
                    rate,
                    worst * 100,
                    overfull,
                    counted ? "match" : "DON'T match");
        }
    }

    Outcome run(URI service, BenchIssuer.Newcomers newcomers) throws IOException, SQLException, InterruptedException {
        makeNodes();
        var began = System.nanoTime();
        var next = new AtomicInteger();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (var i = 0; i < workers; i++) {
            tasks.add(() -> {
                comeIn(service, newcomers, next);
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("A newcomer was refused: " + failed.getMessage(), failed);
        }
        return outcome((System.nanoTime() - began) / 1e9);
    }

    private void comeIn(URI service, BenchIssuer.Newcomers newcomers, AtomicInteger next) throws IOException {
        try (var requests = new TokenRequests(service, List.of())) {
            for (var user = next.getAndIncrement(); user < users; user = next.getAndIncrement()) {
                requests.ask(TokenRequests.head(
                        service,
                        "Authorization: BrowserID " + newcomers.bundle(user),
                        "X-Client-State: " + BenchIssuer.clientState()));
            }
        }
    }

    /** From the smallest to three times as many places, with a tenth more places than users in all. */
    private void makeNodes() throws SQLException {
        database.execute("DELETE FROM token.user_record");
        database.execute("DELETE FROM token.node");
        database.execute("""
                INSERT INTO token.node (url, capacity)
                SELECT 'https://node' || i || '.example.org',
                       ceil(%d * %s * (1 + 2.0 * (i - 1) / greatest(%d - 1, 1)) / (2 * %d))
                FROM generate_series(1, %d) AS i
                """.formatted(users, ROOM_LEFT, nodes, nodes, nodes));
    }

    private Outcome outcome(double seconds) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        WITH loads AS (
                            SELECT n.load, n.capacity, %d * n.capacity / sum(n.capacity) OVER () AS share,
                                   (SELECT count(*) FROM token.user_record u WHERE u.node_id = n.id) AS records
                            FROM token.node n
                        )
                        SELECT max(abs(load - share) / share) AS worst, count(*) FILTER (WHERE load > capacity) AS overfull,
                               bool_and(load = records) AND sum(load) = %d AS counted
                        FROM loads
                        """.formatted(users, users))) {
            row.next();
            return new Outcome(
                    users,
                    nodes,
                    users / seconds,
                    row.getDouble("worst"),
                    row.getInt("overfull"),
                    row.getBoolean("counted"));
        }
    }
}
