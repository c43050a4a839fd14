package org.sagrada.token.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sagrada.service.status.RowCounts;
import org.sagrada.service.status.StatusSection;
import org.sagrada.service.status.StatusTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How full the nodes are, and what waits to be deleted from them. */
@Configuration(proxyBeanMethods = false)
class TokenStatus {

    @Bean
    @Order(1)
    StatusSection nodesSection(JdbcClient database) {
        return () -> new StatusTable(
                "Nodes",
                List.of("node", "users", "capacity", "full", "state"),
                database.sql("SELECT url, load, capacity, downed, backoff, draining FROM node ORDER BY id")
                        .query((row, index) -> node(row))
                        .list());
    }

    @Bean
    @Order(2)
    StatusSection keptSection(JdbcClient database) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("records of users, replaced ones included", "user_record");
        tables.put("accepted terms", "terms_acceptance");
        return new RowCounts(database, tables);
    }

    private static List<String> node(ResultSet row) throws SQLException {
        long load = row.getLong("load");
        long capacity = row.getLong("capacity");
        return List.of(
                row.getString("url"),
                String.format(Locale.ROOT, "%,d", load),
                String.format(Locale.ROOT, "%,d", capacity),
                capacity == 0 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", 100.0 * load / capacity),
                state(row));
    }

    private static String state(ResultSet row) throws SQLException {
        if (row.getBoolean("downed")) {
            return "down";
        }
        if (row.getBoolean("draining")) {
            return "draining";
        }
        return row.getBoolean("backoff") ? "backoff" : "open";
    }
}
