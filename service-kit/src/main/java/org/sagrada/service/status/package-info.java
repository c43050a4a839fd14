/** The page on the management port that tells a person how a service is: what it does, how fast, and what goes wrong. */
@NullMarked
package org.sagrada.service.status;

import org.jspecify.annotations.NullMarked;
