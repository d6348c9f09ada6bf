package dev.socialhub.ops.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How a store differs from its required structure. Anything beyond that is ignored.
 *
 * @param pendingMigrations version and description of those that were not applied, {@code 1
 *     posts_and_authors}, and of those that failed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SchemaReport(
        List<PartName> missing, List<SchemaDifference> different, List<String> pendingMigrations) {

    /** The differences of several stores together. */
    static SchemaReport of(List<SchemaReport> stores) {
        return new SchemaReport(
                stores.stream().flatMap(one -> one.missing.stream()).toList(),
                stores.stream().flatMap(one -> one.different.stream()).toList(),
                stores.stream().flatMap(one -> one.pendingMigrations.stream()).toList());
    }
}
