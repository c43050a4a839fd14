/** Hands an account from one device to another through the identity provider's mailbox, protected by a short code (J-PAKE). */
@NullMarked
package org.sagrada.client.pairing;

import org.jspecify.annotations.NullMarked;
