package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sagrada.loadtest.host.BenchDatabase;
import org.sagrada.loadtest.host.ServiceProcess;

/**
 * What is compared.
 *
 * @param statements the database behind the service; null when it is another's
 * @param process the service's; null when it was not started by us
 * @param database the server; null when it was not started by us
 */
record Sides(
        URI target,
        Door service,
        @Nullable Door statements,
        @Nullable ServiceProcess process,
        @Nullable BenchDatabase database) {

    double serviceCpuSeconds() {
        return process == null ? 0 : process.cpuSeconds();
    }

    double databaseCpuSeconds() {
        return database == null ? 0 : database.cpuSeconds();
    }

    double heapMebibytes() throws IOException, InterruptedException {
        return process == null ? 0 : process.heapMebibytes();
    }

    long walBytes() throws SQLException {
        return database == null ? 0 : database.walBytes();
    }
}
