/** Work that no request waits for. */
@NullMarked
package org.sagrada.service.background;

import org.jspecify.annotations.NullMarked;
