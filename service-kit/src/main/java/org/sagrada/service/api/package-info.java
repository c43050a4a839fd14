/** The services' OpenAPI documents. */
@NullMarked
package org.sagrada.service.api;

import org.jspecify.annotations.NullMarked;
