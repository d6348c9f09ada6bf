package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.session.Session;

/** A new account and its owner's first session. */
record OpenedAccount(Account account, Session session) {}
