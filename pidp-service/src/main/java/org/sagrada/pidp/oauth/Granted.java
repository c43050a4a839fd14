package org.sagrada.pidp.oauth;

import java.time.Duration;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.oauth.client.OAuthClient;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.sagrada.pidp.oauth.token.SignInProof;

/**
 * What a client is to have.
 *
 * @param life of an access token, as the client asked
 */
record Granted(OAuthClient client, Account account, ScopeSet scope, SignInProof proof, Duration life) {}
