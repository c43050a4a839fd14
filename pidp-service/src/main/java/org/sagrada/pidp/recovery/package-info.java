/** Setting another password, whether the old one is known or lost, and the keys that outlive it. */
@NullMarked
package org.sagrada.pidp.recovery;

import org.jspecify.annotations.NullMarked;
