/** What relying services learn about accounts: a transactional outbox of Security Event Tokens. */
@NullMarked
package org.sagrada.pidp.event;

import org.jspecify.annotations.NullMarked;
