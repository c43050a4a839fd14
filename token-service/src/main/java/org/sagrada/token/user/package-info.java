/** The history of each user: one record for every set of keys and every node they had. */
@NullMarked
package org.sagrada.token.user;

import org.jspecify.annotations.NullMarked;
