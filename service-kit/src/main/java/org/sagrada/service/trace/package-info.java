/** Following one request through the services: W3C trace context in, on the log's lines, in the answer, and out again. */
@NullMarked
package org.sagrada.service.trace;

import org.jspecify.annotations.NullMarked;
