/** Load on the token service: its rate beside the bare cost of what it can't do without, and how evenly it fills nodes. */
@NullMarked
package org.sagrada.loadtest.token;

import org.jspecify.annotations.NullMarked;
