package org.sagrada.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Several devices edit, delete and sync in any order, are killed at any step, and come between each other's download and upload. In
 * the end all have the same, and each record is one that nobody overwrote or deleted knowingly: nothing is lost, nothing comes back.
 */
class CollectionSyncPropertyTest {

    private static final int DEVICES = 3;
    private static final long DELETED = -1;

    enum Kind {
        EDIT,
        DELETE,
        SYNC,
        KILLED,
        OVERTAKEN
    }

    record Action(Kind kind, int device, int other, String id, int step) {}

    @Property(tries = 2000)
    void everybodyHasTheSameInTheEndAndNothingThatWasOverwritten(
            @ForAll("actions") @Size(max = 40) List<Action> actions, @ForAll("policies") ConflictPolicy policy) {
        World world = new World(policy);
        actions.forEach(world::play);
        world.server.neverKill();
        for (int round = 0; round < 2; round++) {
            world.devices.forEach(world::sync);
        }

        Map<String, Map<String, Object>> expected = world.server.live();
        for (MemoryStore device : world.devices) {
            assertThat(World.live(device)).isEqualTo(expected);
        }
        world.history.forEach((id, history) ->
                assertThat(history.overwritten()).describedAs(id).doesNotContain(World.value(expected.get(id))));
    }

    @Property(tries = 300)
    void bringsBackWhatTheServerLost(@ForAll("actions") @Size(max = 20) List<Action> actions) {
        World world = new World(ConflictPolicy.newest());
        actions.forEach(world::play);
        world.server.neverKill();
        world.devices.forEach(world::sync);
        world.devices.forEach(world::sync);
        Map<String, Map<String, Object>> before = world.server.live();

        world.server.loseEverything();
        world.devices.forEach(world::sync);

        assertThat(world.server.live()).isEqualTo(before);
    }

    /** Which write each write knew of: an edit overwrites what the device had, and all that this had overwritten. */
    private static final class History {

        private final Map<Long, Set<Long>> known = new HashMap<>();

        void write(long value, long over) {
            Set<Long> all = new HashSet<>(known.getOrDefault(over, Set.of()));
            all.add(over);
            known.put(value, all);
        }

        /** Values that some write overwrote knowingly. */
        Set<Long> overwritten() {
            Set<Long> all = new HashSet<>();
            known.values().forEach(all::addAll);
            // Deletions aren't told apart: absent is also what a record is before it is first written.
            all.removeIf(value -> value < 0);
            return all;
        }
    }

    private static final class World {

        final ModelServer server = new ModelServer();
        final List<MemoryStore> devices = new ArrayList<>();
        final Map<String, History> history = new HashMap<>();
        private final ConflictPolicy policy;
        private long count;

        World(ConflictPolicy policy) {
            this.policy = policy;
            for (int i = 0; i < DEVICES; i++) {
                devices.add(new MemoryStore());
            }
        }

        void play(Action action) {
            count++;
            server.at(now());
            MemoryStore device = devices.get(action.device());
            switch (action.kind()) {
                case EDIT -> edit(device, action.id(), Map.of("value", count));
                case DELETE -> {
                    if (device.content(action.id()) != null) {
                        edit(device, action.id(), null);
                    }
                }
                case SYNC -> sync(device);
                case KILLED -> {
                    server.killAt(action.step());
                    sync(device);
                    server.neverKill();
                }
                case OVERTAKEN -> {
                    server.beforeUpload(() -> sync(devices.get(action.other())));
                    sync(device);
                    server.beforeUpload(() -> {});
                }
            }
        }

        private void edit(MemoryStore device, String id, @Nullable Map<String, Object> content) {
            long over = value(device.content(id));
            // Each deletion is a write of its own too.
            long written = content == null ? DELETED - count : count;
            history.computeIfAbsent(id, any -> new History()).write(written, over);
            device.edit(id, content, now());
        }

        void sync(MemoryStore device) {
            try {
                new CollectionSync(device, server, policy, this::now).sync();
            } catch (ModelServer.Killed killed) {
                // The next sync goes on with what the store has.
            }
        }

        private Instant now() {
            return Instant.ofEpochSecond(count);
        }

        static long value(@Nullable Map<String, Object> content) {
            return content == null ? DELETED : ((Number) content.getOrDefault("value", 0L)).longValue();
        }

        static Map<String, Map<String, Object>> live(MemoryStore device) {
            Map<String, Map<String, Object>> live = new HashMap<>();
            device.all().forEach(bso -> {
                Map<String, Object> content = bso.content();
                if (content != null) {
                    live.put(bso.id(), content);
                }
            });
            return live;
        }
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        Arbitrary<Integer> device = Arbitraries.integers().between(0, DEVICES - 1);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        device,
                        device,
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.integers().between(0, 8))
                .as(Action::new)
                .filter(action -> action.kind() != Kind.OVERTAKEN || action.device() != action.other())
                .list();
    }

    @Provide
    Arbitrary<ConflictPolicy> policies() {
        return Arbitraries.of(
                ConflictPolicy.newest(),
                ConflictPolicy.mergeFields(),
                ConflictPolicy.Conflict::remote,
                ConflictPolicy.Conflict::local);
    }
}
