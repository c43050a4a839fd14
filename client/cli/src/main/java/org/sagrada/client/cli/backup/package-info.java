/** Files that hold a user's records outside the server: backups, sealed by a passphrase or not, and pages of bookmarks. */
@NullMarked
package org.sagrada.client.cli.backup;

import org.jspecify.annotations.NullMarked;
