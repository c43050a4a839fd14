/** What commands print: tables and sentences for people, JSON for programs, and how far long work has come. */
@NullMarked
package org.sagrada.admin.output;

import org.jspecify.annotations.NullMarked;
