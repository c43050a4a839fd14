package org.sagrada.pidp.oauth.token;

import org.sagrada.pidp.account.Account;

/** A refresh token that was shown, and its account as it was at the time: for reading. */
public record Permission(RefreshToken refreshToken, Account account) {}
