/** What every service of the stack has on its edge, and nothing that belongs to one protocol. */
@NullMarked
package org.sagrada.service;

import org.jspecify.annotations.NullMarked;
