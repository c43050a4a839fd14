package org.sagrada.model.browserid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.model.browserid.SupportDocument.Delegation;
import org.sagrada.model.browserid.SupportDocument.Disabled;
import org.sagrada.model.browserid.SupportDocument.Primary;
import tools.jackson.databind.JsonNode;

class SupportDocumentTest {

    private static final JsonNode PUBLISHED = BrowserIdVectors.ALL.get("support_documents");

    static Stream<JsonNode> badDocuments() {
        return BrowserIdVectors.ALL.get("bad_support_documents").valueStream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void saysWhatIsWrongWithADocument(JsonNode vector) {
        assertThatThrownBy(() -> SupportDocument.parse(vector.get("doc").toString()))
                .isInstanceOf(MalformedBrowserIdException.class)
                .hasMessage(vector.get("error").asString());
    }

    static Stream<JsonNode> goodDocuments() {
        return PUBLISHED.valueStream();
    }

    @ParameterizedTest
    @MethodSource("goodDocuments")
    void readsBackWhatItWrites(JsonNode vector) {
        SupportDocument document = SupportDocument.parse(vector.toString());

        assertThat(SupportDocument.parse(SupportDocument.format(document))).isEqualTo(document);
    }

    @Test
    void knowsTheThreeKindsOfDocument() {
        assertThat(SupportDocument.parse(PUBLISHED.get("disabled.example.test").toString()))
                .isEqualTo(new Disabled());
        assertThat(SupportDocument.parse(PUBLISHED.get("delegator.example.test").toString()))
                .isEqualTo(new Delegation("api.accounts.example.test"));
        assertThat(SupportDocument.parse(
                        PUBLISHED.get("api.accounts.example.test").toString()))
                .isInstanceOfSatisfying(
                        Primary.class, primary -> assertThat(primary.keys()).hasSize(2));
    }

    @Test
    void leavesKeysForOtherUsesAndOfOtherKindsOut() {
        JsonNode rsa = BrowserIdVectors.ALL.get("key_forms").get("rs_jwk");
        String document = """
                {"keys": [{"kty": "EC"}, {"kty": "RSA", "use": "enc"}, %s], "authentication": "/a", "provisioning": "/p"}
                """.formatted(rsa);

        assertThat(((Primary) SupportDocument.parse(document)).keys())
                .containsExactly(VerifyingKey.parse(BrowserIdVectors.object(rsa)));
    }
}
