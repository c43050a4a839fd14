package org.sagrada.storage.bso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.storage.StorageIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A database that asks to try again, as a distributed one does every day: here a trigger has it say so. */
class RetryIT extends StorageIT {

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void noMoreTrouble() {
        jdbc.sql("DROP FUNCTION IF EXISTS trouble() CASCADE").update();
        jdbc.sql("DROP SEQUENCE IF EXISTS troubles").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void aWriteThatTheDatabaseBreaksOffIsDoneAgainAndOnce(String state) {
        var before = device.put(device.path20("/storage/col/a"), "{\"payload\":\"old\"}")
                .expect(201)
                .version();
        var retries = retries();
        failTheFirst(3, state);

        var answer = device.put(device.path20("/storage/col/a"), "{\"payload\":\"new\"}")
                .expect(204);

        assertThat(answer.version()).isGreaterThan(before);
        assertThat(retries() - retries).isEqualTo(3);
        var read = device.get(device.path20("/storage/col/a")).expect(200);
        assertThat(read.json().get("payload").asString()).isEqualTo("new");
        assertThat(read.version()).isEqualTo(answer.version());
    }

    @Test
    void whenItNeverEndsTheClientIsToldAndNothingIsChanged() {
        var before = device.put(device.path20("/storage/col/a"), "{\"payload\":\"old\"}")
                .expect(201)
                .version();
        failTheFirst(1_000_000, "40001");

        var of20 = device.put(device.path20("/storage/col/a"), "{\"payload\":\"new\"}")
                .expect(409);
        var of15 = device.put(device.path15("/storage/col/a"), "{\"payload\":\"new\"}")
                .expect(503);

        assertThat(of20.number("Retry-After")).isPositive();
        assertThat(of20.json().get("status").asString()).isEqualTo("error");
        assertThat(of15.number("Retry-After")).isPositive();
        assertThat(of15.body()).isEqualTo("0");
        assertThat(device.get(device.path20("/storage/col/a")).version()).isEqualTo(before);
    }

    private double retries() {
        return meters.counter("sagrada.storage.retries").count();
    }

    private void failTheFirst(int times, String state) {
        jdbc.sql("CREATE SEQUENCE troubles").update();
        jdbc.sql("""
                 CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$
                 BEGIN
                     IF NEW.user_id = %d AND nextval('troubles') <= %d THEN
                         RAISE EXCEPTION 'try again' USING ERRCODE = '%s';
                     END IF;
                     RETURN NEW;
                 END $$
                 """.formatted(device.user(), times, state)).update();
        jdbc.sql("CREATE TRIGGER trouble BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION trouble()")
                .update();
    }
}
