package org.sagrada.token.admin;

/**
 * A node as operators see it.
 *
 * @param load how many users have their live record there
 * @param replaced how many replaced records still have data there
 */
record NodeView(
        long id,
        String url,
        long capacity,
        long load,
        boolean downed,
        boolean backoff,
        boolean draining,
        long replaced) {}
