package org.sagrada.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Several devices edit, delete and sync in any order, are killed at any step, come between each other's download and upload, and have
 * requests arrive long after they gave them up. In the end all have the same, and each record is one that nobody overwrote or deleted knowingly: nothing is lost, nothing comes back.
 */
class CollectionSyncPropertyTest {

    private static final int DEVICES = 3;
    private static final int STEPS = 14;
    private static final long DELETED = -1;

    enum Kind {
        EDIT,
        DELETE,
        SYNC,
        KILLED,
        OVERTAKEN,
        DELAYED,
        DELIVERED
    }

    record Action(Kind kind, int device, int other, String id, int step) {}

    @Property(tries = 2000)
    void everybodyHasTheSameInTheEndAndNothingThatWasOverwritten(
            @ForAll("actions") @Size(max = 40) List<Action> actions, @ForAll("policies") ConflictPolicy policy) {
        check(new World(policy, store -> store), actions);
    }

    private static void check(World world, List<Action> actions) {
        actions.forEach(world::play);
        world.settle();

        Map<String, Map<String, Object>> expected = world.server.live();
        for (LocalStore device : world.devices) {
            assertThat(World.live(device)).isEqualTo(expected);
        }
        world.history.forEach((id, history) ->
                assertThat(history.overwritten()).describedAs(id).doesNotContain(World.value(expected.get(id))));
    }

    /** Every step of one device's sync, while another device has something new too. */
    @Test
    void survivesADeathAtEachStep() {
        int step = 0;
        boolean killed = true;
        for (; killed; step++) {
            World world = new World(ConflictPolicy.newest(), store -> store);
            for (String id : List.of("a", "b", "c", "d", "e")) {
                world.play(new Action(Kind.EDIT, 0, 1, id, 0));
            }
            world.play(new Action(Kind.EDIT, 1, 0, "a", 0));
            world.play(new Action(Kind.DELETE, 0, 1, "e", 0));
            world.play(new Action(Kind.SYNC, 1, 0, "a", 0));
            world.play(new Action(Kind.KILLED, 0, 1, "a", step));
            killed = world.kills == 1;
            world.play(new Action(Kind.EDIT, 0, 1, "b", 0));
            check(world, List.of(new Action(Kind.SYNC, 1, 0, "a", 0)));
        }
        // Two requests and one save to take over, one save before and one after the upload, each with two sides, at the
        // least.
        assertThat(step).isGreaterThan(12);
    }

    /** What the property is worth: it has to notice a device that forgets between two processes what it was sending. */
    @Test
    void noticesADeviceThatForgetsItsUploads() {
        assertThat(countFailures(ForgetfulStore::new)).isPositive();
        assertThat(countFailures(store -> store)).isZero();
    }

    private int countFailures(UnaryOperator<LocalStore> stores) {
        Random random = new Random(20121126);
        int failures = 0;
        for (int world = 0; world < 500; world++) {
            List<Action> actions = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                int device = random.nextInt(DEVICES);
                actions.add(new Action(
                        Kind.values()[random.nextInt(Kind.values().length)],
                        device,
                        (device + 1) % DEVICES,
                        String.valueOf((char) ('a' + random.nextInt(3))),
                        random.nextInt(STEPS)));
            }
            try {
                check(new World(ConflictPolicy.newest(), stores), actions);
            } catch (AssertionError noticed) {
                failures++;
            }
        }
        return failures;
    }

    /** Doesn't keep that an upload was begun. */
    private record ForgetfulStore(LocalStore store) implements LocalStore {

        @Override
        public long since() {
            return store.since();
        }

        @Override
        public Optional<LocalRecord> get(String id) {
            return store.get(id);
        }

        @Override
        public List<LocalRecord> all() {
            return store.all();
        }

        @Override
        public void save(Collection<LocalRecord> records, long since) {
            store.save(records.stream().map(bso -> bso.notSent(List.of())).toList(), since);
        }
    }

    @Property(tries = 300)
    void bringsBackWhatTheServerLost(@ForAll("actions") @Size(max = 20) List<Action> actions) {
        World world = new World(ConflictPolicy.newest(), store -> store);
        actions.forEach(world::play);
        world.settle();
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

        final Fuse fuse = new Fuse();
        final ModelServer server = new ModelServer(fuse);
        final List<LocalStore> devices = new ArrayList<>();
        final Map<String, History> history = new HashMap<>();
        private final ConflictPolicy policy;
        private long count;
        private int kills;

        World(ConflictPolicy policy, UnaryOperator<LocalStore> stores) {
            this.policy = policy;
            for (int i = 0; i < DEVICES; i++) {
                devices.add(stores.apply(new KillableStore(fuse)));
            }
        }

        /** Everything arrives, and everybody syncs until nothing changes any more. */
        void settle() {
            server.deliver();
            for (int round = 0; round < 2; round++) {
                devices.forEach(this::sync);
            }
        }

        void play(Action action) {
            count++;
            server.at(now());
            LocalStore device = devices.get(action.device());
            switch (action.kind()) {
                case EDIT -> edit(device, action.id(), Map.of("value", count));
                case DELETE -> {
                    if (device.content(action.id()) != null) {
                        edit(device, action.id(), null);
                    }
                }
                case SYNC -> sync(device);
                case KILLED -> {
                    fuse.light(action.step());
                    sync(device);
                    fuse.putOut();
                }
                case OVERTAKEN -> {
                    server.beforeUpload(() -> sync(devices.get(action.other())));
                    sync(device);
                    server.beforeUpload(() -> {});
                }
                case DELAYED -> {
                    server.delayNext();
                    sync(device);
                }
                case DELIVERED -> server.deliver();
            }
        }

        private void edit(LocalStore device, String id, @Nullable Map<String, Object> content) {
            long over = value(device.content(id));
            // Each deletion is a write of its own too.
            long written = content == null ? DELETED - count : count;
            history.computeIfAbsent(id, any -> new History()).write(written, over);
            device.edit(id, content, now());
        }

        void sync(LocalStore device) {
            try {
                new CollectionSync(device, server, policy, this::now).sync();
            } catch (Fuse.Killed killed) {
                // The next sync goes on with what the store has.
                kills++;
            }
        }

        private Instant now() {
            return Instant.ofEpochSecond(count);
        }

        static long value(@Nullable Map<String, Object> content) {
            return content == null ? DELETED : ((Number) content.getOrDefault("value", 0L)).longValue();
        }

        static Map<String, Map<String, Object>> live(LocalStore device) {
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
                        Arbitraries.integers().between(0, STEPS))
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
