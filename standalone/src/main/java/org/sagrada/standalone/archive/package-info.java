/** The whole of a system in one file: how it is written, and how it is read into an empty system. */
@NullMarked
package org.sagrada.standalone.archive;

import org.jspecify.annotations.NullMarked;
