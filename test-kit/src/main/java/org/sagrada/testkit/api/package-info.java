/** Holds what a service under test answers against its own OpenAPI document. */
@NullMarked
package org.sagrada.testkit.api;

import org.jspecify.annotations.NullMarked;
