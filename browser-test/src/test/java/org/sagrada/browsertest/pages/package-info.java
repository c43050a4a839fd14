/** The web pages in Chromium: every flow and every error, seen as a user sees them. */
@NullMarked
package org.sagrada.browsertest.pages;

import org.jspecify.annotations.NullMarked;
