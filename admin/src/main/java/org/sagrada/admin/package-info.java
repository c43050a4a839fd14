/** The operator's command line: {@code sagrada-admin}. */
@NullMarked
package org.sagrada.admin;

import org.jspecify.annotations.NullMarked;
