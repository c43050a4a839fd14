/** The endpoints that tell an operator's machinery whether this process lives. */
@NullMarked
package org.sagrada.service.dockerflow;

import org.jspecify.annotations.NullMarked;
