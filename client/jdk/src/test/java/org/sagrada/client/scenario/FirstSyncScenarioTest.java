package org.sagrada.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.fake.FakeSystem;

class FirstSyncScenarioTest {

    @Test
    void readsTheWholeRecording() {
        Recording recording = Recording.firefoxFirstSync();

        assertThat(recording.size()).isEqualTo(735 + 3);
        assertThat(recording.finalState().keySet())
                .containsExactlyInAnyOrder(
                        "meta", "crypto", "clients", "prefs", "passwords", "tabs", "bookmarks", "history");
        assertThat(recording.finalState().get("bookmarks")).hasSize(309);
        assertThat(recording.finalState().get("history")).hasSize(401);
        assertThat(recording.finalState().get("tabs")).hasSize(1);
        assertThat(recording.uploads())
                .filteredOn(upload -> upload.collection().equals("history"))
                .singleElement()
                .satisfies(upload -> assertThat(upload.records()).hasSize(401));
    }

    @Test
    void playsAgainstASystem() {
        List<String> steps = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void step(String what) {
                steps.add(what);
            }

            @Override
            public void done(String result) {}
        };
        try (FakeSystem system = FakeSystem.start()) {
            FirstSyncScenario.Report report = new FirstSyncScenario(
                            SagradaClient.at(system.url()), Recording.firefoxFirstSync(), new SecureRandom(), progress)
                    .run();

            assertThat(report.uploaded()).isEqualTo(738);
            assertThat(report.readBack()).isEqualTo(735);
            assertThat(steps).hasSize(9);
        }
    }
}
