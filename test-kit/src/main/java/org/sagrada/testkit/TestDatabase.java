package org.sagrada.testkit;

/**
 * An empty database, and how to reach it.
 *
 * @param url for JDBC
 */
public record TestDatabase(String url, String username, String password) {}
