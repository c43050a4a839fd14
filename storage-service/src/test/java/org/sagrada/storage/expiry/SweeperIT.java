package org.sagrada.storage.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sagrada.storage.StorageIT;
import org.sagrada.storage.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

class SweeperIT extends StorageIT {

    @Autowired
    private Sweeper sweeper;

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM storage." + table + " WHERE user_id = ?")
                .param(device.user())
                .query(Long.class)
                .single();
    }

    @Test
    void whatHasExpiredIsRemovedAndNothingElse() {
        for (var i = 0; i < 6; i++) {
            var batch = i;
            device.post(
                            device.path20("/storage/col"),
                            IntStream.range(0, 100)
                                    .mapToObj(n ->
                                            "{\"id\":\"r" + batch + "-" + n + "\",\"payload\":\"12345\",\"ttl\":10}")
                                    .collect(Collectors.joining(",", "[", "]")))
                    .expect(200);
        }
        device.put(device.path20("/storage/col/later"), "{\"payload\":\"12\",\"ttl\":100}")
                .expect(201);
        var version = device.put(device.path20("/storage/col/stays"), "{\"payload\":\"123\"}")
                .expect(201)
                .version();

        clock.advance(Duration.ofSeconds(11));
        sweeper.sweep();

        assertThat(count("bso")).isEqualTo(2);
        assertThat(device.get(device.path20("/info/quota")).json().get("usage").asInt())
                .isEqualTo(5);
        assertThat(device.get(device.path20("/info/collections"))
                        .json()
                        .get("col")
                        .asLong())
                .isEqualTo(version);
        assertThat(jdbc.sql("SELECT records FROM storage.collection WHERE user_id = ?")
                        .param(device.user())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        clock.advance(Duration.ofSeconds(100));
        sweeper.sweep();
        assertThat(count("bso")).isEqualTo(1);
        sweeper.sweep();
        assertThat(device.get(device.path20("/storage/col")).strings("/items")).containsExactly("stays");
    }

    @Test
    void batchesThatNobodyCommittedAreRemoved() {
        device.post(device.path15("/storage/col?batch=true"), "[{\"id\":\"a\"}]")
                .expect(202);
        assertThat(count("batch_post")).isEqualTo(1);

        clock.advance(Duration.ofHours(3));
        sweeper.sweep();

        assertThat(count("batch")).isZero();
        assertThat(count("batch_post")).isZero();
    }

    @Test
    void aPurgedUserIsRememberedForItsTime() {
        var purge = Tokens.NEWEST.issue(
                Tokens.payload(device.user(), Tokens.NODE, clock.instant().plusSeconds(300), true));
        device.sendAs(purge, "DELETE", device.path20(""), null).expect(204);

        clock.advance(Duration.ofDays(29));
        sweeper.sweep();
        assertThat(count("account")).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        sweeper.sweep();
        assertThat(count("account")).isZero();
    }
}
