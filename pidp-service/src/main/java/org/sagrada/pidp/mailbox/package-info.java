/** The J-PAKE mailbox: short-lived channels through which two devices set one another up. It relays and never learns. */
@NullMarked
package org.sagrada.pidp.mailbox;

import org.jspecify.annotations.NullMarked;
