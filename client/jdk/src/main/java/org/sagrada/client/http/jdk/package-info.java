/** The way to the servers on {@code java.net.http}. */
@NullMarked
package org.sagrada.client.http.jdk;

import org.jspecify.annotations.NullMarked;
