/** Storage nodes: how many users each may have and has, and which takes the next one. */
@NullMarked
package org.sagrada.token.node;

import org.jspecify.annotations.NullMarked;
