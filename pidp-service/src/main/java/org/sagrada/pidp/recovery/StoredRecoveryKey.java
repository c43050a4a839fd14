package org.sagrada.pidp.recovery;

import org.sagrada.model.onepw.Key32;

/**
 * kB under a key on paper. Of the key's name only a hash is kept, so that the table alone opens no way to the data.
 *
 * @param keyId the hash
 * @param isEnabled whether the user has shown that they can read the key
 */
record StoredRecoveryKey(String uid, Key32 keyId, String data, boolean isEnabled) {

    @Override
    public String toString() {
        return "StoredRecoveryKey[uid=" + uid + "]";
    }
}
