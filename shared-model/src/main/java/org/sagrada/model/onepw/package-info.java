/** The onepw protocol: how a password becomes keys without the server ever learning the one or the other. */
@NullMarked
package org.sagrada.model.onepw;

import org.jspecify.annotations.NullMarked;
