package org.sagrada.client.sync;

import java.util.List;

/**
 * What a sync did.
 *
 * @param taken records that were changed on the device
 * @param sent records that were changed at the server
 * @param conflicts records that were changed on both sides
 * @param refused ids that the server didn't take; they are tried again next time
 * @param unreadable ids at the server that can't be opened; they stay as they are
 * @param complete false if others kept writing and it gave up for now
 */
public record SyncReport(
        int taken, int sent, int conflicts, List<String> refused, List<String> unreadable, boolean complete) {}
