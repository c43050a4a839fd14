package org.sagrada.loadtest.storage;

/**
 * What a service answered.
 *
 * @param lastModified what the header of the target's version says; empty without one
 * @param body its beginning, so that a driver which decodes megabytes is not what is measured
 */
public record HttpAnswer(int status, String lastModified, String body) {}
