package org.sagrada.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ApiReferenceTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern INSIDE =
            Pattern.compile("<script type=\"application/json\" id=\"openapi\">(.*?)</script>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"pidp", "token", "storage"})
    void thePageHasTheWholeDocumentInside(String service) throws IOException {
        var path = Path.of(service + "-service/src/main/resources/org/sagrada/" + service + "/api/openapi.yaml");
        var api = ApiReference.read(REPOSITORY, path);

        var inside = INSIDE.matcher(api.html());
        assertThat(inside.find()).isTrue();
        assertThat(JsonMapper.shared().readTree(inside.group(1))).isEqualTo(api.document());
        assertThat(api.document().at("/paths")).isNotEmpty();
        assertThat(api.title()).startsWith("Sagrada");
    }
}
