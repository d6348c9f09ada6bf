package dev.socialhub.auth.session;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.account.AccountView;
import jakarta.inject.Singleton;

/** Issues the tokens of a session. Signing takes a millisecond: do it after the transaction. */
@Singleton
public final class IssueTokens {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    IssueTokens(AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    public SignedIn issue(String message, Account account, Session session) {
        return new SignedIn(
                message,
                AccountView.of(account),
                accessTokens.issue(account, session),
                refreshTokens.derive(session),
                "Bearer",
                accessTokens.lifeTime().toSeconds());
    }
}
