package org.sagrada.token.node;

/**
 * A storage node.
 *
 * @param url its root, without a slash at the end, exactly as tokens name it
 */
public record Node(long id, String url) {}
