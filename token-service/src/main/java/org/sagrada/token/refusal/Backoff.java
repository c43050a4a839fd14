package org.sagrada.token.refusal;

import java.time.Duration;

/**
 * The wish of an operator in trouble that clients stay away for a while, which every answer then carries.
 *
 * @param duration zero: no such wish
 */
public record Backoff(Duration duration) {}
