package org.sagrada.testkit;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Import it into a Spring test: the context gets a database of its own on the shared server. */
@TestConfiguration(proxyBeanMethods = false)
public class PostgresForTests {

    @Bean
    JdbcConnectionDetails testDatabase() {
        return new Details(PostgresServer.shared().newDatabase());
    }

    private record Details(TestDatabase database) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return database.url();
        }

        @Override
        public String getUsername() {
            return database.username();
        }

        @Override
        public String getPassword() {
            return database.password();
        }
    }
}
