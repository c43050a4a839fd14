/** Rules about stored records that clients of both storage protocols share. */
@NullMarked
package org.sagrada.model.storage;

import org.jspecify.annotations.NullMarked;
