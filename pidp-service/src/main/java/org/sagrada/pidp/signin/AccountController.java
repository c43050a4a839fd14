package org.sagrada.pidp.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts from outside: sign up, sign in, ask whether there is one. */
@RestController
@RequestMapping("/v1/account")
class AccountController {

    private final SignUp signUp;
    private final SignIn signIn;
    private final PasswordCheck passwords;
    private final AccountDeletion deletion;
    private final SecondStepGuard secondStep;
    private final AccountTable accounts;
    private final EmailTable emails;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    AccountController(
            SignUp signUp,
            SignIn signIn,
            PasswordCheck passwords,
            AccountDeletion deletion,
            SecondStepGuard secondStep,
            AccountTable accounts,
            EmailTable emails,
            AuditLog audit,
            TransactionOperations transaction) {
        this.signUp = signUp;
        this.signIn = signIn;
        this.passwords = passwords;
        this.deletion = deletion;
        this.secondStep = secondStep;
        this.accounts = accounts;
        this.emails = emails;
        this.audit = audit;
        this.transaction = transaction;
    }

    @PostMapping("/create")
    SignInAnswer create(JsonBody body, @RequestParam(defaultValue = "false") boolean keys, HttpServletRequest request) {
        return signUp.create(SignUpRequest.from(body), keys, Client.of(request));
    }

    @PostMapping("/login")
    SignInAnswer login(JsonBody body, @RequestParam(defaultValue = "false") boolean keys, HttpServletRequest request) {
        return signIn.login(SignInRequest.from(body), keys, Client.of(request));
    }

    /** Deletes the account; the password is enough, and a session that is sent along has to be the account's. */
    @PostMapping("/destroy")
    Map<String, Object> destroy(Optional<SignedIn> signedIn, JsonBody body, HttpServletRequest request) {
        var sent = SignInRequest.from(body);
        var clientAddress = ClientAddress.of(request);
        var checked = passwords.check(sent, clientAddress);
        var uid = checked.account().uid();
        if (signedIn.filter(session -> !session.uid().equals(uid)).isPresent()) {
            throw new Refusal(PidpError.invalidToken());
        }
        transaction.executeWithoutResult(status -> {
            passwords.lock(checked);
            secondStep.requirePassed(uid, signedIn);
            deletion.delete(uid);
        });
        audit.note(AuditLog.Happening.ACCOUNT_DELETED, uid, clientAddress);
        return Map.of();
    }

    /** Whether an account has version 2 of its password, and the salt to make it with. */
    @PostMapping("/credentials/status")
    CredentialsStatus credentialsStatus(JsonBody body) {
        var address = body.email("email");
        var clientSalt = emails.findOwner(address.normalized())
                .flatMap(owner -> accounts.find(owner.uid()))
                .orElseThrow(() -> new Refusal(PidpError.unknownAccount(address.text())))
                .credentials()
                .clientSalt();
        return new CredentialsStatus(false, clientSalt.isPresent() ? "v2" : "v1", clientSalt.orElse(null));
    }

    /** Whether an account still exists; with a session, something about its own. */
    @GetMapping("/status")
    Status status(Optional<SignedIn> signedIn, @RequestParam(required = false) @Nullable String uid) {
        if (signedIn.isPresent()) {
            return new Status(true, signedIn.get().account().locale().orElse(null), true);
        }
        if (uid == null) {
            throw new Refusal(PidpError.missingParameter("uid"));
        }
        if (!TextRule.HEX_32.allows(uid)) {
            throw new Refusal(PidpError.invalidParameter("uid"));
        }
        return new Status(accounts.exists(uid), null, null);
    }

    /** Whether an address has an account. */
    @PostMapping("/status")
    Status status(JsonBody body) {
        return new Status(emails.findOwner(body.email("email").normalized()).isPresent(), null, null);
    }

    record Status(
            boolean exists,
            @Nullable String locale,
            @Nullable Boolean hasPassword) {}

    /** @param upgradeNeeded never: version 2 is kept when it is sent, and not asked for */
    record CredentialsStatus(
            boolean upgradeNeeded,
            String currentVersion,
            @Nullable String clientSalt) {}
}
