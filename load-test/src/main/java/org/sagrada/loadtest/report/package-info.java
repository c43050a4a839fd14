/** The figures as text, Markdown, JSON and pictures. */
@NullMarked
package org.sagrada.loadtest.report;

import org.jspecify.annotations.NullMarked;
