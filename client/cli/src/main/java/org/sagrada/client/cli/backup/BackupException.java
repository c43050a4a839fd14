package org.sagrada.client.cli.backup;

import org.sagrada.client.http.ClientException;

/** A file isn't a backup, is damaged, or can't be opened; the message says which. Nothing was changed. */
public final class BackupException extends ClientException {

    BackupException(String message) {
        super(message);
    }
}
