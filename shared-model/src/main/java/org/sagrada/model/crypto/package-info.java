/** The few primitives every protocol here is made of: hashes, keyed hashes, key derivation and strict text encodings. */
@NullMarked
package org.sagrada.model.crypto;

import org.jspecify.annotations.NullMarked;
