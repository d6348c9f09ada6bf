package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.session.Session;

/** An account and the session that its owner begins with. */
record OpenedAccount(Account account, Session session) {}
