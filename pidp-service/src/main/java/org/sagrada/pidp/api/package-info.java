/** What the PIdP can be asked for, as a document. */
@NullMarked
package org.sagrada.pidp.api;

import org.jspecify.annotations.NullMarked;
