/** The identity provider's account API (onepw protocol): sign up, log in, keys, certificates. */
@NullMarked
package org.sagrada.client.account;

import org.jspecify.annotations.NullMarked;
