/** The programs that may ask for tokens, and what they may ask for. */
@NullMarked
package org.sagrada.pidp.oauth.client;

import org.jspecify.annotations.NullMarked;
