package dev.socialhub.cli.seed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.seed.world.GeneratedRows;
import dev.socialhub.cli.seed.world.GeneratedUser;
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
    static List<DemoLogin> of(GeneratedRows world) {
        List<DemoLogin> logins = new ArrayList<>();
        logins.add(of(world.ordinary(), "somebody like most: follows some, is followed, writes"));
        logins.add(of(world.huge(), "followed by more people than anybody, writes the most"));
        world.empty().ifPresent(person -> logins.add(of(person, "has nothing at all yet")));
        return List.copyOf(logins);
    }

    private static DemoLogin of(GeneratedUser person, String about) {
        return new DemoLogin(person.username(), person.name(), about);
    }
}
