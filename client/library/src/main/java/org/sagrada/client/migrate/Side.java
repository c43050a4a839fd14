package org.sagrada.client.migrate;

import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.vault.VaultKeys;

/**
 * Where records come from, or go to.
 *
 * @param storage a user's records at a server, through either protocol
 * @param keys what opens the keys there
 */
public record Side(StorageClient storage, VaultKeys keys) {}
