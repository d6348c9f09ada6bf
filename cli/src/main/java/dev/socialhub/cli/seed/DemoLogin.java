package dev.socialhub.cli.seed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.seed.rows.GeneratedRows;
import dev.socialhub.cli.seed.rows.GeneratedUser;
import java.util.ArrayList;
import java.util.List;

/**
 * A user to log in as.
 *
 * @param about what there is to see
 */
@JsonPropertyOrder({"username", "name", "about"})
record DemoLogin(String username, String name, String about) {

    /** One user of each sort. */
    static List<DemoLogin> of(GeneratedRows rows) {
        List<DemoLogin> logins = new ArrayList<>();
        logins.add(
                of(rows.averageUser(), "typical: follows some users, has followers, writes posts"));
        logins.add(of(rows.mostFollowed(), "has the most followers and the most posts"));
        rows.empty().ifPresent(user -> logins.add(of(user, "new: has no posts and no follows")));
        return List.copyOf(logins);
    }

    private static DemoLogin of(GeneratedUser user, String about) {
        return new DemoLogin(user.username(), user.name(), about);
    }
}
