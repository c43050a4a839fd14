package org.sagrada.client.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.sagrada.client.crypto.CollectionKeys;
import org.sagrada.client.crypto.KeyBundle;
import org.sagrada.client.crypto.LegacySyncKey;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.SyncKeys;

/**
 * What opens the record that holds a user's keys, in either storage format. Each format has a bundle of its own.
 *
 * @param format5 seals {@code crypto/keys} of storage format 5
 * @param format6 seals the sync key of storage format 6
 */
public record VaultKeys(KeyBundle format5, KeyBundle format6) {

    /** What follows from kB. */
    public static VaultKeys of(Key32 kB) {
        return new VaultKeys(KeyBundle.of(SyncKeys.of(kB)), CollectionKeys.parent(kB));
    }

    /**
     * What follows from a key that is typed in on each device, where no identity provider keeps it: the user name and the sync key of
     * an account from before 2013, 26 letters and digits.
     *
     * @throws IllegalArgumentException if the text isn't such a key
     */
    public static VaultKeys typedIn(String userName, String syncKey) {
        LegacySyncKey key = LegacySyncKey.parse(syncKey);
        byte[] context = userName.toLowerCase(Locale.ROOT).getBytes(UTF_8);
        return new VaultKeys(key.bundle(userName), key.format6Parent(context));
    }

    /** Nothing: both are secret. */
    @Override
    public String toString() {
        return "VaultKeys[redacted]";
    }
}
