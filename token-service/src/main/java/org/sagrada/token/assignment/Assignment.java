package org.sagrada.token.assignment;

import org.sagrada.token.user.UserState;

/**
 * Where a user's data is.
 *
 * @param uid on the node
 * @param nodeUrl the node's root
 * @param state as it is known now
 */
public record Assignment(long uid, String nodeUrl, UserState state) {}
