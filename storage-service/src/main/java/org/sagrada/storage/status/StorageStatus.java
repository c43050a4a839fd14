package org.sagrada.storage.status;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.service.status.RowCounts;
import org.sagrada.service.status.StatusSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many users and records this node has. */
@Configuration(proxyBeanMethods = false)
class StorageStatus {

    @Bean
    StatusSection keptSection(JdbcClient database) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("users", "account");
        tables.put("collections", "collection");
        tables.put("records", "bso");
        tables.put("batches that are not committed yet", "batch");
        return new RowCounts(database, tables);
    }
}
