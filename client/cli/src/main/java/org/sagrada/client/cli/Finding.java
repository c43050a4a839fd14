package org.sagrada.client.cli;

/** What an examination found, in words for people. */
record Finding(boolean good, String text) {}
