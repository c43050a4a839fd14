package org.sagrada.pidp.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.oauth.client.Scope;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.totp.SecondStep;
import org.sagrada.service.url.PublicUrl;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What a user shows of the account, in the words of the profile server that clients know. */
@RestController
@RequestMapping("/v1")
class PublicProfileController {

    private static final int LARGEST_PICTURE = 4 << 20;
    private static final String DEFAULT_AVATAR = "/v1/avatar/default";
    private static final String AVATAR = "avatar";
    private static final String AVATAR_DEFAULT = "avatarDefault";

    private final StoredProfiles profiles;
    private final EmailTable emails;
    private final SecondStep secondStep;
    private final PublicUrl publicUrl;
    private final JsonMapper json;

    PublicProfileController(
            StoredProfiles profiles, EmailTable emails, SecondStep secondStep, PublicUrl publicUrl, JsonMapper json) {
        this.profiles = profiles;
        this.emails = emails;
        this.secondStep = secondStep;
        this.publicUrl = publicUrl;
        this.json = json;
    }

    /** The profile as far as the token's scope goes; 304 where the client has this one already. */
    @GetMapping("/profile")
    ResponseEntity<Map<String, Object>> profile(ProfileReader reader) {
        var seen = seenBy(reader);
        var hash = Sha256.hash(json.writeValueAsString(seen).getBytes(UTF_8));
        return ResponseEntity.ok().eTag(Base64Url.encode(hash)).body(seen);
    }

    @GetMapping("/uid")
    Map<String, Object> uid(ProfileReader reader) {
        return Map.of("uid", reader.require("profile:uid").account().uid());
    }

    @GetMapping("/email")
    Map<String, Object> email(ProfileReader reader) {
        return Map.of("email", address(reader.require("profile:email")));
    }

    @GetMapping("/display_name")
    Map<String, Object> displayName(ProfileReader reader) {
        var name = profiles.find(
                        reader.require("profile:display_name").account().uid())
                .displayName();
        return name == null ? Map.of() : Map.of("displayName", name);
    }

    /** Sets the name; an empty one removes it. */
    @PostMapping("/display_name")
    Map<String, Object> changeDisplayName(ProfileReader reader, JsonBody body) {
        reader.require("profile:display_name:write");
        var name = body.text("displayName", TextRule.DISPLAY_NAME).strip();
        profiles.changeDisplayName(reader.account().uid(), name.isEmpty() ? null : name);
        return Map.of();
    }

    @GetMapping("/avatar")
    Map<String, Object> avatar(ProfileReader reader) {
        var id = profiles.find(reader.require("profile:avatar").account().uid()).avatarId();
        return id == null
                ? Map.of(AVATAR, publicUrl + DEFAULT_AVATAR, AVATAR_DEFAULT, true)
                : Map.of("id", id, AVATAR, avatarUrl(id), AVATAR_DEFAULT, false);
    }

    /** Takes a picture (PNG, JPEG or GIF, at most 4 MiB) as the request's whole body. */
    @PostMapping("/avatar/upload")
    Map<String, Object> upload(ProfileReader reader, HttpServletRequest request) throws IOException {
        reader.require("profile:avatar:write");
        var file = request.getInputStream().readNBytes(LARGEST_PICTURE + 1);
        if (file.length > LARGEST_PICTURE) {
            throw new Refusal(PidpError.bodyTooLarge());
        }
        var png = AvatarImage.of(file).orElseThrow(() -> new Refusal(PidpError.invalidParameter(AVATAR)));
        var id = profiles.changeAvatar(reader.account().uid(), png);
        return Map.of("id", id, "url", avatarUrl(id));
    }

    @DeleteMapping({"/avatar", "/avatar/{id}"})
    Map<String, Object> removeAvatar(ProfileReader reader) {
        profiles.changeAvatar(reader.require("profile:avatar:write").account().uid(), null);
        return Map.of();
    }

    /** The picture itself, for everybody who knows its address. */
    @GetMapping("/avatar/{id}")
    ResponseEntity<byte[]> picture(@PathVariable String id) {
        var png =
                profiles.avatar(id).orElseThrow(() -> new Refusal(PidpError.of(404, 999, "There is no such picture")));
        return image(MediaType.IMAGE_PNG).body(png);
    }

    @GetMapping("/avatar/default")
    ResponseEntity<Resource> defaultPicture() {
        return image(MediaType.valueOf("image/svg+xml"))
                .body(new ClassPathResource("default-avatar.svg", PublicProfileController.class));
    }

    private static ResponseEntity.BodyBuilder image(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    private Map<String, Object> seenBy(ProfileReader reader) {
        var account = reader.account();
        var stored = profiles.find(account.uid());
        var seen = new LinkedHashMap<String, Object>();
        putIf(reader, "uid", seen, account.uid());
        if (reader.scope().covers(Scope.OPENID)) {
            seen.put("sub", account.uid());
        }
        if (reader.maySee("email")) {
            seen.put("email", address(reader));
        }
        account.locale().ifPresent(locale -> putIf(reader, "locale", seen, locale));
        if (reader.maySee("display_name") && stored.displayName() != null) {
            seen.put("displayName", stored.displayName());
        }
        if (reader.maySee(AVATAR)) {
            var id = stored.avatarId();
            seen.put(AVATAR, id == null ? publicUrl + DEFAULT_AVATAR : avatarUrl(id));
            seen.put(AVATAR_DEFAULT, id == null);
        }
        if (reader.maySee("amr")) {
            seen.put("twoFactorAuthentication", secondStep.isRequired(account.uid()));
        }
        if (seen.isEmpty()) {
            reader.require("profile");
        }
        seen.put("profileChangedAt", account.profileChangedAt().toEpochMilli());
        return seen;
    }

    private static void putIf(ProfileReader reader, String part, Map<String, Object> seen, Object value) {
        if (reader.maySee(part)) {
            seen.put(part, value);
        }
    }

    private String address(ProfileReader reader) {
        return emails.findPrimary(reader.account().uid())
                .map(Email::address)
                .orElseThrow(() -> new Refusal(PidpError.invalidToken()));
    }

    private String avatarUrl(String id) {
        return publicUrl + "/v1/avatar/" + id;
    }
}
