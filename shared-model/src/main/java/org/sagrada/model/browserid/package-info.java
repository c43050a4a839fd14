/** BrowserID: keys, identity certificates, assertions, their bundles, support documents, and the verification of all. */
@NullMarked
package org.sagrada.model.browserid;

import org.jspecify.annotations.NullMarked;
