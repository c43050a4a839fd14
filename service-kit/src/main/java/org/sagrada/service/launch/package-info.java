/** How a service starts: its defaults, its name, its place in a process. */
@NullMarked
package org.sagrada.service.launch;

import org.jspecify.annotations.NullMarked;
