/** What the tests of several modules share: a real PostgreSQL, and a client that says exactly the bytes it is told. */
@NullMarked
package org.sagrada.testkit;

import org.jspecify.annotations.NullMarked;
