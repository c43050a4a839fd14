/** What a user's storage holds, told in numbers. */
@NullMarked
package org.sagrada.storage.info;

import org.jspecify.annotations.NullMarked;
