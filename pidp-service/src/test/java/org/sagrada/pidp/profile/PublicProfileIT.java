package org.sagrada.pidp.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.sagrada.pidp.oauth.OAuthClientForTests;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class PublicProfileIT {

    @Autowired
    private PidpClient client;

    private PidpClient.SignedUp account;

    @BeforeEach
    void signUp() {
        account = client.signUp();
    }

    @Test
    void tellsAClientAboutItsUserAndNothingNewTwice() {
        var bearer = bearer("profile");
        var first = client.send("GET", "/v1/profile", null, bearer);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.text("uid")).isEqualTo(account.uid());
        assertThat(first.text("email")).isEqualTo(account.email());
        assertThat(first.text("avatar")).startsWith(PidpClient.PUBLIC_URL);
        assertThat(first.json().get("avatarDefault").booleanValue()).isTrue();
        assertThat(first.json().has("displayName")).isFalse();

        var etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(conditional(bearer, etag).status()).isEqualTo(304);
        change("Ada");
        var second = conditional(bearer, etag);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("displayName")).isEqualTo("Ada");
    }

    @Test
    void showsNoMoreThanTheScope() {
        var seen = client.send("GET", "/v1/profile", null, bearer("profile:email"));
        assertThat(seen.json().has("email")).isTrue();
        assertThat(seen.json().has("uid")).isFalse();
        assertThat(client.send("GET", "/v1/uid", null, bearer("profile:email")).status())
                .isEqualTo(403);
        assertThat(client.send("GET", "/v1/profile", null, bearer(OAuthClientForTests.SYNC))
                        .status())
                .isEqualTo(403);
        assertThat(client.send("GET", "/v1/profile", null, "Bearer nonsense").status())
                .isEqualTo(401);
        assertThat(client.get("/v1/profile").status()).isEqualTo(401);
    }

    @Test
    void aClientThatMayReadMayNotWrite() {
        var answer = client.send("POST", "/v1/display_name", Map.of("displayName", "x"), bearer("profile"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(client.send("POST", "/v1/display_name", Map.of("displayName", "x"), bearer("profile:write"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesANameAndForgetsIt() {
        assertThat(change("Ada\u0007").errno()).isEqualTo(107);
        assertThat(change(" Ada Lovelace ").status()).isEqualTo(200);
        assertThat(client.get("/v1/display_name", SESSION, account.sessionToken())
                        .text("displayName"))
                .isEqualTo("Ada Lovelace");
        assertThat(change("").status()).isEqualTo(200);
        assertThat(client.get("/v1/display_name", SESSION, account.sessionToken())
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void servesAPictureAsASquareThatIsDrawnAnew() throws Exception {
        var uploaded = upload(jpeg(640, 480));
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
        var profile = client.send("GET", "/v1/profile", null, bearer("profile"));
        assertThat(profile.text("avatar")).isEqualTo(uploaded.text("url"));
        assertThat(profile.json().get("avatarDefault").booleanValue()).isFalse();

        var path = uploaded.text("url").substring(PidpClient.PUBLIC_URL.length());
        var picture = fetch(path);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        var drawn = ImageIO.read(new ByteArrayInputStream(picture.body()));
        assertThat(drawn.getWidth()).isEqualTo(AvatarImage.SIDE);
        assertThat(drawn.getHeight()).isEqualTo(AvatarImage.SIDE);

        client.signed("DELETE", "/v1/avatar", null, SESSION, account.sessionToken());
        assertThat(fetch(path).statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/avatar", SESSION, account.sessionToken())
                        .json()
                        .get("avatarDefault")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void refusesWhatIsNoPicture() {
        var html = upload("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        assertThat(html.status()).isEqualTo(400);
        assertThat(html.errno()).isEqualTo(107);
        assertThat(upload(new byte[(4 << 20) + 1]).status()).isEqualTo(413);
    }

    @Test
    void hasAPictureForThoseWithoutOne() throws Exception {
        var picture = fetch("/v1/avatar/default");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");
    }

    private String bearer(String scope) {
        return "Bearer "
                + new OAuthClientForTests(client)
                        .bySession(account.sessionToken(), scope)
                        .text("access_token");
    }

    private Answer change(String name) {
        return client.post("/v1/display_name", Map.of("displayName", name), SESSION, account.sessionToken());
    }

    private Answer conditional(String authorization, String etag) {
        return client.send(HttpRequest.newBuilder(uri("/v1/profile"))
                .header("Authorization", authorization)
                .header("If-None-Match", etag)
                .build());
    }

    private Answer upload(byte[] file) {
        return client.send(HttpRequest.newBuilder(uri("/v1/avatar/upload"))
                .header("Authorization", bearer("profile:write"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(file))
                .build());
    }

    private HttpResponse<byte[]> fetch(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + client.port() + path);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
