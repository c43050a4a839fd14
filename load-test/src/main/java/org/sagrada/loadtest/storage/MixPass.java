package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * One pass of one user with the weights of Mozilla's storage load test, over this storage's own operations: posts are single ones,
 * for 2.0 has no batches.
 */
final class MixPass {

    private static final List<String> COLLECTIONS = List.of("bookmarks", "forms", "passwords", "history", "prefs");
    private static final int[] READ_WEIGHTS = {71, 15, 7, 4, 3};
    private static final int[] POST_WEIGHTS = {67, 18, 9, 4, 2};
    private static final InstantSource CLOCK = InstantSource.system();
    private static final double META_READ = 0.6;
    private static final double CLIENTS_READ = 0.1;
    private static final double CLIENT_WRITTEN = 0.2;
    private static final double COLLECTION_DELETED = 0.01;
    private static final double ALL_DELETED = 0.01;
    private static final int SMALLEST_PAYLOAD = 300;
    private static final int LARGEST_PAYLOAD = 9_000;
    private static final double PARETO_ALPHA = 3;
    private static final int FEWEST_POSTED = 20;
    private static final int MOST_POSTED = 100;
    private static final int HOURS = 100;
    private static final long VERSIONS_PER_HOUR = 360_000;

    private final Storage storage;
    private final long user;
    private final RandomGenerator random;

    MixPass(Storage storage, long user, RandomGenerator random) {
        this.storage = storage;
        this.user = user;
        this.random = random;
    }

    void run() throws IOException, SQLException {
        storage.versions(user);
        if (random.nextDouble() < META_READ && !storage.read(user, "meta", "global")) {
            storage.put(user, "meta", item("global"));
        }
        if (random.nextDouble() < CLIENTS_READ) {
            storage.list(user, "clients", hoursAgo());
        }
        if (random.nextDouble() < CLIENT_WRITTEN) {
            storage.post(user, "clients", List.of(item("client" + random.nextInt(3))));
        }
        for (var collection : some(READ_WEIGHTS)) {
            storage.list(user, collection, hoursAgo());
        }
        for (var collection : some(POST_WEIGHTS)) {
            storage.post(user, collection, items());
        }
        if (random.nextDouble() < COLLECTION_DELETED) {
            storage.erase(user, COLLECTIONS.get(random.nextInt(COLLECTIONS.size())));
        } else if (random.nextDouble() < ALL_DELETED) {
            storage.eraseAll(user);
        }
    }

    /** Distinct collections, as many as the weights draw. */
    private List<String> some(int[] weights) {
        var shuffled = new ArrayList<>(COLLECTIONS);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled.subList(0, drawn(weights));
    }

    private int drawn(int[] weights) {
        var left = random.nextInt(Arrays.stream(weights).sum());
        var index = 0;
        while (left >= weights[index]) {
            left -= weights[index];
            index++;
        }
        return index;
    }

    private List<Item> items() {
        // The greater of two draws: skewed to the most.
        var one = random.nextInt(FEWEST_POSTED, MOST_POSTED + 1);
        var other = random.nextInt(FEWEST_POSTED, MOST_POSTED + 1);
        var count = Math.max(one, other);
        var items = new ArrayList<Item>(count);
        for (var i = 0; i < count; i++) {
            items.add(item(Item.text(12, random)));
        }
        return items;
    }

    private Item item(String id) {
        var pareto = Math.pow(1 - random.nextDouble(), -1 / PARETO_ALPHA);
        return Item.random(id, (int) Math.min(LARGEST_PAYLOAD, SMALLEST_PAYLOAD * pareto), random);
    }

    private long hoursAgo() {
        return CLOCK.millis() / 10 - VERSIONS_PER_HOUR * (1 + random.nextInt(HOURS));
    }
}
