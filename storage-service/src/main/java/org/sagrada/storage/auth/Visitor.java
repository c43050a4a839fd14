package org.sagrada.storage.auth;

/** Who a request's signature and token prove to be behind it. */
public sealed interface Visitor {

    /** The uid of the token, which is that of the path. */
    long user();

    /** The user, with a token that is good. */
    record Owner(long user) implements Visitor {}

    /** The user, with a token that expired so lately that a client may still ask whether there is anything new. */
    record LateOwner(long user) implements Visitor {}

    /** The token service, which may do nothing but delete the user for good. */
    record Purger(long user) implements Visitor {}
}
