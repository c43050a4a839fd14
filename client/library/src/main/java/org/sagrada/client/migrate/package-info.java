/** Moves a user's records to another storage format, protocol or server: copy, verify by reading back, switch; resumable. */
@NullMarked
package org.sagrada.client.migrate;

import org.jspecify.annotations.NullMarked;
