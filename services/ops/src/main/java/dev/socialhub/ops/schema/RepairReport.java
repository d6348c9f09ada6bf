package dev.socialhub.ops.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The result of a repair.
 *
 * @param repaired what was recreated; a table includes all that belongs to it
 * @param unrepaired what is still wrong
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RepairReport(List<PartName> repaired, List<Unrepaired> unrepaired) {

    /** The repairs of several stores together. */
    static RepairReport of(List<RepairReport> stores) {
        return new RepairReport(
                stores.stream().flatMap(one -> one.repaired.stream()).toList(),
                stores.stream().flatMap(one -> one.unrepaired.stream()).toList());
    }

    /**
     * A problem that only an operator can correct.
     *
     * @param kind that of a part, or {@code migration}
     * @param reason in words for an operator
     */
    @Serdeable
    public record Unrepaired(String kind, String name, String reason) {}
}
