package org.sagrada.pidp.web;

import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;

/**
 * What the pages have to know of the server.
 *
 * @param publicUrl under which browsers reach the pages
 * @param tokenServer of the token service, where people's data is found; null where there is none
 * @param signUp the rule of who may make an account, in lower case
 */
public record PageSettings(PublicUrl publicUrl, @Nullable PublicUrl tokenServer, String signUp) {}
