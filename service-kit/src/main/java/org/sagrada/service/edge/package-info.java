/** From the socket to a handler: request targets, JSON, bodies, and failures that no handler has seen. */
@NullMarked
package org.sagrada.service.edge;

import org.jspecify.annotations.NullMarked;
