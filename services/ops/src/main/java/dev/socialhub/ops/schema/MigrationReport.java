package dev.socialhub.ops.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What came of migrating, each migration by version and description.
 *
 * @param unapplied those that failed, or come after one that did; the log says why
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MigrationReport(List<String> applied, List<String> unapplied) {

    /** The migrations of several stores together. */
    static MigrationReport of(List<MigrationReport> stores) {
        return new MigrationReport(
                stores.stream().flatMap(one -> one.applied.stream()).toList(),
                stores.stream().flatMap(one -> one.unapplied.stream()).toList());
    }
}
