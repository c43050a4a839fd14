/** Encryption of records, so that the server stores what it can't read (storage format 5). */
@NullMarked
package org.sagrada.client.crypto;

import org.jspecify.annotations.NullMarked;
