/** What both ends of a wire must agree on. Pure Java: no framework, no input or output. */
@NullMarked
package org.sagrada.model;

import org.jspecify.annotations.NullMarked;
