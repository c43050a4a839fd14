/** Scenarios of several devices in a readable text form, and their performance by real clients against a real system. */
@NullMarked
package org.sagrada.scenario;

import org.jspecify.annotations.NullMarked;
