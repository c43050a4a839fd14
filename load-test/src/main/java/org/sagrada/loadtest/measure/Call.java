package org.sagrada.loadtest.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** One call of a worker, from its first byte sent to its last byte received. */
@FunctionalInterface
public interface Call {

    /** Makes the call; whatever it throws is a failure. */
    void run(RandomGenerator random) throws IOException, SQLException;
}
