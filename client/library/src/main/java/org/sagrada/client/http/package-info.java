/** HTTP as the client needs it: a small interface to any implementation, signed requests, and the server's time. */
@NullMarked
package org.sagrada.client.http;

import org.jspecify.annotations.NullMarked;
