/**
 * The web pages: one document for every page there is, and the scripts, styles, pictures and texts that it names. The pages use
 * the account API as any other client does; nothing here knows an account.
 */
@NullMarked
package org.sagrada.pidp.web;

import org.jspecify.annotations.NullMarked;
