/** Mail to users. */
@NullMarked
package org.sagrada.pidp.mail;

import org.jspecify.annotations.NullMarked;
