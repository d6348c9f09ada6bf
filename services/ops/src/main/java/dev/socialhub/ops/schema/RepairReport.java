package dev.socialhub.ops.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a repair came to.
 *
 * @param repaired what was made anew; a table stands for all that belongs to it
 * @param unrepaired what is still wrong
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RepairReport(List<PartName> repaired, List<Unrepaired> unrepaired) {

    /**
     * Something that only a person can put right.
     *
     * @param kind that of a part, or {@code migration}
     * @param reason in words for an operator
     */
    @Serdeable
    public record Unrepaired(String kind, String name, String reason) {}
}
