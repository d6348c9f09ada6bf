package dev.socialhub.users.snapshot;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.people.account.UserIdentifier;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.shared.problem.ProblemException;
import java.util.UUID;

/** The key of an edge, {@code kind:from:to}, whether the edge exists or not. */
record EdgeSnapshotKey(String kind, UUID fromId, UUID toId) {

    /** Sorts before every edge. */
    static final EdgeSnapshotKey FIRST = new EdgeSnapshotKey("", new UUID(0, 0), new UUID(0, 0));

    /**
     * Reads a key.
     *
     * @throws ProblemException 422 for anything else
     */
    static EdgeSnapshotKey of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw invalid();
        }
        for (EdgeKind kind : EdgeKind.values()) {
            if (kind.wireName().equals(parts[0])) {
                return new EdgeSnapshotKey(parts[0], id(parts[1]), id(parts[2]));
            }
        }
        throw invalid();
    }

    /**
     * Reads an id.
     *
     * @throws ProblemException 422 for anything else
     */
    static UUID id(String text) {
        if (UserIdentifier.of(text).orElse(null) instanceof ById(var id)) {
            return id;
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("after", "is not a key of this snapshot");
    }
}
