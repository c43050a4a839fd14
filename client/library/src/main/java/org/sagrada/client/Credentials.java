package org.sagrada.client;

import org.sagrada.model.onepw.Key32;

/**
 * What a device keeps of an account to use it without the password. All of it is secret: whoever has it reads everything.
 *
 * @param uid the account's id, 32 hexadecimal digits
 */
public record Credentials(String email, String uid, Key32 sessionToken, Key32 kB) {}
