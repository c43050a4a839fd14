/** What every command works with. */
@NullMarked
package org.sagrada.admin.command;

import org.jspecify.annotations.NullMarked;
