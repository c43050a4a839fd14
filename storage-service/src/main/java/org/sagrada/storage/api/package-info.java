/** What the storage service can be asked for, as a document. */
@NullMarked
package org.sagrada.storage.api;

import org.jspecify.annotations.NullMarked;
