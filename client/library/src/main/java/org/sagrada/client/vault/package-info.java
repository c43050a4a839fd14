/** Records in clear: collections that are sealed on the way to the server and opened on the way back. */
@NullMarked
package org.sagrada.client.vault;

import org.jspecify.annotations.NullMarked;
