package org.sagrada.token.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Load and capacity of each node as metrics, a few seconds old. */
@Component
class NodeGauges {

    private final JdbcClient database;
    private final MultiGauge loads;
    private final MultiGauge capacities;

    NodeGauges(JdbcClient database, MeterRegistry metrics) {
        this.database = database;
        this.loads = MultiGauge.builder("sagrada.token.node.load").register(metrics);
        this.capacities = MultiGauge.builder("sagrada.token.node.capacity").register(metrics);
    }

    @Scheduled(fixedDelayString = "15s")
    void refresh() {
        List<Row<?>> loadRows = new ArrayList<>();
        List<Row<?>> capacityRows = new ArrayList<>();
        database.sql("SELECT url, load, capacity FROM node").query(row -> {
            Tags tags = Tags.of("node", row.getString("url"));
            loadRows.add(Row.of(tags, row.getLong("load")));
            capacityRows.add(Row.of(tags, row.getLong("capacity")));
        });
        loads.register(loadRows, true);
        capacities.register(capacityRows, true);
    }
}
