/** What operators do with nodes and users, over HTTP on the management port. */
@NullMarked
package org.sagrada.token.admin;

import org.jspecify.annotations.NullMarked;
