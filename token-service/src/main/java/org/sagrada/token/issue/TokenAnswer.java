package org.sagrada.token.issue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request for a token.
 *
 * @param id the token
 * @param key the token's Hawk key
 * @param duration how long the token counts, in s
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenAnswer(
        String id,
        String key,
        long uid,
        @JsonProperty("api_endpoint") String apiEndpoint,
        long duration,
        String hashalg,
        @JsonProperty("hashed_fxa_uid") String hashedFxaUid,
        @JsonProperty("node_type") @Nullable String nodeType) {

    @Override
    public String toString() {
        return "TokenAnswer[redacted]";
    }
}
