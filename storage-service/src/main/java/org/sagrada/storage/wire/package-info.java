/** What both protocols read and write in the same way: bodies, query strings, records as JSON. */
@NullMarked
package org.sagrada.storage.wire;

import org.jspecify.annotations.NullMarked;
