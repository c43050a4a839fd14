/** The command line: what is measured, against what, and where the figures go. */
@NullMarked
package org.sagrada.loadtest;

import org.jspecify.annotations.NullMarked;
