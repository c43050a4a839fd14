package org.sagrada.pidp.request;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages may call the API from a browser.
 *
 * @param origins like {@code https://accounts.example.org}; {@code *} means any
 */
public record CorsSettings(@DefaultValue("*") List<String> origins) {}
