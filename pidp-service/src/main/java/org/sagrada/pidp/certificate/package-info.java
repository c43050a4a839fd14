/** The BrowserID primary: its signing keys, its support document, the certificates it signs. */
@NullMarked
package org.sagrada.pidp.certificate;

import org.jspecify.annotations.NullMarked;
