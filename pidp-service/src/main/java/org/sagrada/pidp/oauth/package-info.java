/** OAuth 2.0 (RFC 6749, 7636, 7662, 7009) as the clients of Firefox accounts speak it: codes, tokens, keys for scopes. */
@NullMarked
package org.sagrada.pidp.oauth;

import org.jspecify.annotations.NullMarked;
