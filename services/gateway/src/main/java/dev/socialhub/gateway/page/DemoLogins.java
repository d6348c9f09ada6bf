package dev.socialhub.gateway.page;

import java.util.List;

/**
 * People whom a visitor may log in as.
 *
 * @param password the same for all of them
 * @param logins at least one
 */
record DemoLogins(String password, List<Login> logins) {

    DemoLogins {
        logins = List.copyOf(logins);
    }

    /** One of them. */
    record Login(String username, String name, String about) {}
}
