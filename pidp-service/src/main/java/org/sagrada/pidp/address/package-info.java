/** What users do about the addresses of their account: verify, add, remove, change. */
@NullMarked
package org.sagrada.pidp.address;

import org.jspecify.annotations.NullMarked;
