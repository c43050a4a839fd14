/** One service in this process, with its own application context and no port of its own. */
@NullMarked
package org.sagrada.standalone.service;

import org.jspecify.annotations.NullMarked;
