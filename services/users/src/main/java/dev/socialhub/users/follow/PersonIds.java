package dev.socialhub.users.follow;

import dev.socialhub.accounts.PersonName;
import dev.socialhub.accounts.PersonName.ById;
import dev.socialhub.shared.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Several people in one parameter. */
final class PersonIds {

    private static final int MOST = 100;

    private PersonIds() {}

    /**
     * Reads ids that are separated by commas; each is taken once.
     *
     * @throws ProblemException 422 unless they are 1 to 100 ids
     */
    static List<UUID> of(String text) {
        // Enough to see that there are too many.
        List<UUID> ids =
                Stream.of(text.split(",", MOST + 2)).map(PersonIds::one).distinct().toList();
        if (ids.size() > MOST) {
            throw invalid();
        }
        return ids;
    }

    private static UUID one(String text) {
        if (PersonName.of(text).orElse(null) instanceof ById(var id)) {
            return id;
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return ProblemException.invalid(
                "ids", "must be 1 to " + MOST + " ids, with commas between");
    }
}
