/** The {@code sagrada} command line. */
@NullMarked
package org.sagrada.client.cli;

import org.jspecify.annotations.NullMarked;
