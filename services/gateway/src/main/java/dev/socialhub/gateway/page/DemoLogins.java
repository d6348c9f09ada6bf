package dev.socialhub.gateway.page;

import java.util.List;

/**
 * Users that a visitor may log in as.
 *
 * @param password the password of all of them
 * @param logins at least one
 */
record DemoLogins(String password, List<Login> logins) {

    DemoLogins {
        logins = List.copyOf(logins);
    }

    /** One of these users. */
    record Login(String username, String name, String about) {}
}
