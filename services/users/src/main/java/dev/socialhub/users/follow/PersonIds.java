package dev.socialhub.users.follow;

import dev.socialhub.people.account.UserIdentifier;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.shared.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Several users in one parameter. */
final class PersonIds {

    private static final int LIMIT = 100;

    private PersonIds() {}

    /**
     * Reads ids that are separated by commas; duplicates are dropped.
     *
     * @throws ProblemException 422 unless there are 1 to 100 ids
     */
    static List<UUID> of(String text) {
        // Enough parts to detect that there are too many.
        List<UUID> ids =
                Stream.of(text.split(",", LIMIT + 2)).map(PersonIds::one).distinct().toList();
        if (ids.size() > LIMIT) {
            throw invalid();
        }
        return ids;
    }

    private static UUID one(String text) {
        if (UserIdentifier.of(text).orElse(null) instanceof ById(var id)) {
            return id;
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return ProblemException.invalid(
                "ids", "must be 1 to " + LIMIT + " ids, separated by commas");
    }
}
