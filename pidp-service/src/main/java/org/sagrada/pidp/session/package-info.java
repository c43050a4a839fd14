/** Sessions: the token that stands for a signed-in user on one device. */
@NullMarked
package org.sagrada.pidp.session;

import org.jspecify.annotations.NullMarked;
