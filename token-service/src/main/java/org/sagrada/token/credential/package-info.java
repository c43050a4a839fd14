/** Who asks: BrowserID assertions and OAuth tokens, verified here and now. */
@NullMarked
package org.sagrada.token.credential;

import org.jspecify.annotations.NullMarked;
