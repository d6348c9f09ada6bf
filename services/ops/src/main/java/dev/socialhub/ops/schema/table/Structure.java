package dev.socialhub.ops.schema.table;

import dev.socialhub.ops.schema.PartKind;
import dev.socialhub.ops.schema.PartName;
import dev.socialhub.ops.schema.SchemaDifference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All parts of a schema, in an order in which they can be built. */
record Structure(List<SchemaPart> parts) {

    Structure {
        parts = List.copyOf(parts);
    }

    /** What another one lacks of this. Of a table that it lacks, only the table itself. */
    List<SchemaPart> missingIn(Structure other) {
        Map<PartName, SchemaPart> present = other.byName();
        return parts.stream()
                .filter(part -> !present.containsKey(part.name()))
                .filter(part -> hasTableOf(part, present))
                .toList();
    }

    /** What the other one has under the same name, but defined otherwise. */
    List<SchemaDifference> differentIn(Structure other) {
        Map<PartName, SchemaPart> present = other.byName();
        return parts.stream()
                .flatMap(part -> difference(part, present.get(part.name())).stream())
                .toList();
    }

    /** Empty when the two are the same, or there is nothing to compare with. */
    private static Optional<SchemaDifference> difference(
            SchemaPart expected, @Nullable SchemaPart found) {
        if (found == null || found.statement().equals(expected.statement())) {
            return Optional.empty();
        }
        PartName name = expected.name();
        return Optional.of(
                new SchemaDifference(
                        name.kind(), name.name(), expected.statement(), found.statement()));
    }

    private static boolean hasTableOf(SchemaPart part, Map<PartName, SchemaPart> present) {
        return part.table() == null
                || present.containsKey(new PartName(PartKind.TABLE, part.table()));
    }

    private Map<PartName, SchemaPart> byName() {
        Map<PartName, SchemaPart> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.put(part.name(), part));
        return byName;
    }
}
