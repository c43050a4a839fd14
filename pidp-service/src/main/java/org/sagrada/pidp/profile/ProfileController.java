package org.sagrada.pidp.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Hex;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.session.AuthenticationMethod;
import org.sagrada.pidp.session.SignedIn;
import org.sagrada.pidp.totp.SecondStep;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a user sees of the account itself, and random bytes for clients that have none. */
@RestController
@RequestMapping("/v1")
class ProfileController {

    private static final int RANDOM_BYTES = 32;

    private final EmailTable emails;
    private final SecondStep secondStep;
    private final TokenMint mint;

    ProfileController(EmailTable emails, SecondStep secondStep, TokenMint mint) {
        this.emails = emails;
        this.secondStep = secondStep;
        this.mint = mint;
    }

    @GetMapping("/account/profile")
    Profile profile(SignedIn signedIn) {
        var account = signedIn.account();
        var methods = signedIn.session().methods();
        return new Profile(
                signedIn.email().address(),
                account.locale().orElse(null),
                methods.stream().map(AuthenticationMethod::claim).toList(),
                AuthenticationMethod.assuranceLevel(methods),
                account.profileChangedAt().toEpochMilli(),
                false);
    }

    @GetMapping("/account")
    Overview account(SignedIn signedIn) {
        var account = signedIn.account();
        return new Overview(
                account.createdAt().toEpochMilli(),
                account.verifierSetAt().toEpochMilli(),
                account.locale().orElse(null),
                emails.findAll(account.uid()).stream().map(Address::of).toList(),
                new SecondStepState(secondStep.isRequired(account.uid())));
    }

    @PostMapping("/get_random_bytes")
    Map<String, Object> randomBytes() {
        return Map.of("data", Hex.encode(mint.bytes(RANDOM_BYTES)));
    }

    /** @param profileChangedAt in ms */
    record Profile(
            String email,
            @Nullable String locale,
            List<String> authenticationMethods,
            int authenticatorAssuranceLevel,
            long profileChangedAt,
            boolean metricsEnabled) {}

    /**
     * @param createdAt in ms
     * @param passwordCreatedAt in ms
     */
    record Overview(
            long createdAt,
            long passwordCreatedAt,
            @Nullable String locale,
            List<Address> emails,
            SecondStepState totp) {}

    record Address(String email, @JsonProperty("isPrimary") boolean isPrimary, boolean verified) {
        static Address of(Email email) {
            return new Address(email.address(), email.isPrimary(), email.isVerified());
        }
    }

    record SecondStepState(boolean verified) {}
}
