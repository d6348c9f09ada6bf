package dev.socialhub.users.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.ops.seed.SeedTable;
import dev.socialhub.ops.table.Column;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;

/** A follow or block by a generated user of another user. */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record SeededEdge(
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String fromId,
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String toId,
        @Min(0) @Max(SeedRules.LATEST) long changedAtMillis) {

    /** Both users exist, and no active edge of the other kind does, in either direction. */
    private static final String ALLOWED =
            "exists (select 1 from profile p where p.user_id = s.from_id)"
                    + " and exists (select 1 from profile p where p.user_id = s.to_id)"
                    + " and not exists (select 1 from edge o where o.kind = '%1$s' and o.active"
                    + " and o.from_id = s.from_id and o.to_id = s.to_id)"
                    + " and not exists (select 1 from edge o where o.kind = '%1$s' and o.active"
                    + " and o.from_id = s.to_id and o.to_id = s.from_id)";

    static SeedTable<SeededEdge> table(EdgeKind kind) {
        EdgeKind other =
                switch (kind) {
                    case FOLLOW -> EdgeKind.BLOCK;
                    case BLOCK -> EdgeKind.FOLLOW;
                };
        return new SeedTable<>(
                "edge",
                List.of("kind", "from_id", "to_id"),
                List.of(
                        Column.uuid("from_id", SeededEdge::fromId),
                        Column.uuid("to_id", SeededEdge::toId),
                        Column.millis("changed_at", SeededEdge::changedAtMillis)),
                Map.of("kind", "'" + kind.wireName() + "'", "active", "true", "version", "1"),
                ALLOWED.formatted(other.wireName()),
                SeededProfile.HOLD_OFF_ERASURES);
    }
}
