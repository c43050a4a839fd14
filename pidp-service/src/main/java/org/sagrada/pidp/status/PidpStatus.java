package org.sagrada.pidp.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.pidp.event.WaitingEvents;
import org.sagrada.service.status.RowCounts;
import org.sagrada.service.status.StatusSection;
import org.sagrada.service.status.StatusTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many accounts there are, and what waits to be told to others. */
@Configuration(proxyBeanMethods = false)
class PidpStatus {

    @Bean
    @Order(1)
    StatusSection keptSection(JdbcClient database) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("accounts", "account");
        tables.put("addresses", "email");
        tables.put("sessions", "session");
        tables.put("refresh tokens", "refresh_token");
        tables.put("devices", "device");
        tables.put("wrapped keys of services", "service_key");
        tables.put("invites", "invite");
        return new RowCounts(database, tables);
    }

    @Bean
    @Order(2)
    StatusSection mailsSection(JdbcClient database) {
        return () -> new StatusTable(
                "Mails",
                List.of("state", "mails"),
                database.sql("SELECT state, count(*) AS mails FROM mail GROUP BY state ORDER BY state")
                        .query((row, index) -> List.of(row.getString("state"), row.getString("mails")))
                        .list());
    }

    @Bean
    @Order(3)
    StatusSection eventsSection(WaitingEvents events) {
        return () -> new StatusTable(
                "Events that wait",
                List.of("receiver", "events", "the oldest since"),
                events.byReceiver().stream()
                        .map(waiting -> List.of(
                                waiting.receiver(),
                                Integer.toString(waiting.events()),
                                waiting.oldest().toString()))
                        .toList());
    }
}
