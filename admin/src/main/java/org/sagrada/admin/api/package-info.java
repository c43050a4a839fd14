/** The management APIs over HTTP: where they are, what opens them, and what they answer. */
@NullMarked
package org.sagrada.admin.api;

import org.jspecify.annotations.NullMarked;
