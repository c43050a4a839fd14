/** Tokens: access tokens that say themselves what they are good for, and refresh tokens that are kept. */
@NullMarked
package org.sagrada.pidp.oauth.token;

import org.jspecify.annotations.NullMarked;
