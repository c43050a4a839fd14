package org.sagrada.standalone.archive;

/** How much went into or came out of an archive. */
public record Summary(int tables, long rows) {}
