package dev.socialhub.ops.schema;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part that is there, but not as the migrations make it.
 *
 * @param expected the statement that would make it as the migrations do
 * @param found the statement that would make what is in the database
 */
@Serdeable
record Difference(PartKind kind, String name, String expected, String found) {

    /** Empty when the two are the same, or there is nothing to compare with. */
    static Optional<Difference> between(Part expected, @Nullable Part found) {
        if (found == null || found.statement().equals(expected.statement())) {
            return Optional.empty();
        }
        Part.Name name = expected.name();
        return Optional.of(
                new Difference(name.kind(), name.name(), expected.statement(), found.statement()));
    }
}
