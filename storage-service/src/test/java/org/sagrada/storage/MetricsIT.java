package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sagrada.testkit.RawHttp;
import org.springframework.boot.test.web.server.LocalManagementPort;

class MetricsIT extends StorageIT {

    @LocalManagementPort
    private int managementPort;

    @Test
    void whatThePageForOperatorsNamesIsThere() {
        device.get(device.path20("/info/collections")).expect(200);
        device.sendSigned("Hawk nothing", "GET", device.path20("/info/collections"), null)
                .expect(401);

        assertThat(metrics())
                .contains("http_server_requests_seconds_count{")
                .contains("http_server_requests_seconds_bucket{")
                .contains("uri=\"/2.0/{uid:[0-9]{1,18}}/info/collections\"")
                .contains("sagrada_storage_unauthorized_total{")
                .contains("reason=\"header\"")
                .contains("reason=\"expired\"")
                .contains("sagrada_storage_conflicts_total{")
                .contains("sagrada_storage_retries_total{")
                .contains("sagrada_storage_over_quota_total{")
                .contains("sagrada_storage_shed_total{")
                .contains("sagrada_storage_in_flight{")
                .contains("sagrada_storage_purge_records_total{")
                .contains("sagrada_storage_purge_lag_seconds{")
                .contains("hikaricp_connections_pending{")
                .contains("hikaricp_connections_acquire_seconds_count{");
    }

    private String metrics() {
        return new RawHttp(managementPort)
                .request("GET", "/actuator/prometheus")
                .body();
    }
}
