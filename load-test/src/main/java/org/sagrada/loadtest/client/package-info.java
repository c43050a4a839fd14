/** The client: what sealing costs beside what the way costs, whatever the size of a collection, and how fast a command starts. */
@NullMarked
package org.sagrada.loadtest.client;

import org.jspecify.annotations.NullMarked;
