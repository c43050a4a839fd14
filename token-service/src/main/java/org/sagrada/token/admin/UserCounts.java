package org.sagrada.token.admin;

/**
 * How many users there are.
 *
 * @param users with a live record
 * @param replaced records that are kept until their data is deleted
 * @param retired records, of these, whose users are gone
 */
record UserCounts(long users, long replaced, long retired) {}
