/** Requests read strictly into values before any handler works with them. */
@NullMarked
package org.sagrada.pidp.request;

import org.jspecify.annotations.NullMarked;
