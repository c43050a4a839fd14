/** Who may speak for which user: Hawk, tokens, replays. */
@NullMarked
package org.sagrada.storage.auth;

import org.jspecify.annotations.NullMarked;
