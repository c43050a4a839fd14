/** What a whole system must be able to do, played through its front doors with records that a real browser encrypted. */
@NullMarked
package org.sagrada.client.scenario;

import org.jspecify.annotations.NullMarked;
