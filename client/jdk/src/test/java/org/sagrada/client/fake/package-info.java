/** A whole system in memory, behind real HTTP: it checks signatures and assertions as the services do. */
@NullMarked
package org.sagrada.client.fake;

import org.jspecify.annotations.NullMarked;
