package org.sagrada.pidp.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.util.Optional;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.oauth.client.OAuthClients;
import org.sagrada.pidp.oauth.client.Scope;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.sagrada.pidp.oauth.token.SignInProof;
import org.sagrada.pidp.session.Session;
import org.sagrada.pidp.session.SessionTable;
import org.sagrada.pidp.session.Sessions;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns what a client shows into tokens. What is refused changes nothing. */
@Component
class Grants {

    private final OAuthClients clients;
    private final Codes codes;
    private final Answers answers;
    private final RefreshTokens refreshTokens;
    private final AccountTable accounts;
    private final SessionTable sessionTable;
    private final Sessions sessions;
    private final Clock clock;

    Grants(
            OAuthClients clients,
            Codes codes,
            Answers answers,
            RefreshTokens refreshTokens,
            AccountTable accounts,
            SessionTable sessionTable,
            Sessions sessions,
            Clock clock) {
        this.clients = clients;
        this.codes = codes;
        this.answers = answers;
        this.refreshTokens = refreshTokens;
        this.accounts = accounts;
        this.sessionTable = sessionTable;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @param signedIn whose session signed the request; a code needs none, but where there is one it has to be its user's */
    @Transactional
    TokenAnswer grant(TokenRequest request, Optional<SignedIn> signedIn, String userAgent) {
        return switch (request) {
            case TokenRequest.ByCode byCode -> redeem(byCode, signedIn, userAgent);
            case TokenRequest.ByRefreshToken byToken -> refresh(byToken);
            case TokenRequest.BySession bySession ->
                bySession(bySession, signedIn.orElseThrow(() -> new Refusal(PidpError.invalidToken())), userAgent);
        };
    }

    private TokenAnswer redeem(TokenRequest.ByCode request, Optional<SignedIn> signedIn, String userAgent) {
        var client = clients.require(request.clientId());
        var code = codes.take(request.code()).orElseThrow(OAuthErrors::unknownCode);
        if (!code.clientId().equals(client.id())
                || signedIn.filter(asking -> !asking.uid().equals(code.uid())).isPresent()) {
            throw OAuthErrors.mismatchedCode();
        }
        if (!code.expiresAt().isAfter(clock.instant())) {
            throw OAuthErrors.expiredCode();
        }
        if (!fits(code.codeChallenge(), request.codeVerifier())) {
            throw OAuthErrors.wrongVerifier();
        }
        lock(code.uid());
        var owner = sessionTable.findSignedIn(code.sessionId()).orElseThrow(OAuthErrors::unknownCode);
        var granted = new Granted(client, owner.account(), code.scope(), proof(owner, userAgent), request.life());
        var answer = code.offline()
                ? answers.withRefreshToken(granted)
                : answers.without(granted, owner.session().handle());
        return answer.with(code.keysJwe(), sessionToken(granted, owner.session()));
    }

    private TokenAnswer refresh(TokenRequest.ByRefreshToken request) {
        var permission = refreshTokens
                .find(request.refreshToken())
                .filter(found -> found.refreshToken().clientId().equals(request.clientId()))
                .orElseThrow(() -> new Refusal(PidpError.invalidToken()));
        var token = permission.refreshToken();
        var client = clients.require(request.clientId());
        var scope =
                request.scope().map(text -> clients.within(token.scope(), text)).orElse(token.scope());
        refreshTokens.used(token);
        var proof = new SignInProof(token.authAt(), token.methods(), token.userAgent());
        return answers.without(new Granted(client, permission.account(), scope, proof, request.life()), token.id());
    }

    private TokenAnswer bySession(TokenRequest.BySession request, SignedIn signedIn, String userAgent) {
        var client = clients.require(request.clientId());
        if (!client.canGrant()) {
            throw OAuthErrors.mayNotGrant();
        }
        var scope = clients.allowed(client, request.scope());
        if (clients.needsVerifiedSession(scope)) {
            signedIn.requireVerified();
        }
        var granted = new Granted(client, signedIn.account(), scope, proof(signedIn, userAgent), request.life());
        if (!request.offline()) {
            return answers.without(granted, signedIn.session().handle());
        }
        lock(signedIn.uid());
        return answers.withRefreshToken(granted);
    }

    private void lock(String uid) {
        if (accounts.lock(uid).isEmpty()) {
            throw new Refusal(PidpError.invalidToken());
        }
    }

    private Optional<String> sessionToken(Granted granted, Session owner) {
        if (!granted.scope().scopes().contains(Scope.SESSION)) {
            return Optional.empty();
        }
        var started = sessions.startLike(owner, granted.proof().userAgent(), clock.instant());
        return Optional.of(started.token().token());
    }

    private static SignInProof proof(SignedIn owner, String userAgent) {
        return new SignInProof(owner.session().authAt(), owner.session().methods(), userAgent);
    }

    private static boolean fits(String challenge, String verifier) {
        return ConstantTime.equal(challenge, Base64Url.encode(Sha256.hash(verifier.getBytes(US_ASCII))));
    }
}
