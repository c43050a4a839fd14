/** Key wrapping: keys of services, encrypted under a user's key and bound to the user, the service's origin and their kind. */
@NullMarked
package org.sagrada.model.wrap;

import org.jspecify.annotations.NullMarked;
