package dev.socialhub.ops.schema.table;

import dev.socialhub.ops.schema.Difference;
import dev.socialhub.ops.schema.PartKind;
import dev.socialhub.ops.schema.PartName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All parts of a schema, in an order in which they can be built. */
record Structure(List<Part> parts) {

    Structure {
        parts = List.copyOf(parts);
    }

    /** What another one lacks of this. Of a table that it lacks, only the table itself. */
    List<Part> missingIn(Structure other) {
        Map<PartName, Part> present = other.byName();
        return parts.stream()
                .filter(part -> !present.containsKey(part.name()))
                .filter(part -> hasTableOf(part, present))
                .toList();
    }

    /** What the other one has under the same name, but defined otherwise. */
    List<Difference> differentIn(Structure other) {
        Map<PartName, Part> present = other.byName();
        return parts.stream()
                .flatMap(part -> difference(part, present.get(part.name())).stream())
                .toList();
    }

    /** Empty when the two are the same, or there is nothing to compare with. */
    private static Optional<Difference> difference(Part expected, @Nullable Part found) {
        if (found == null || found.statement().equals(expected.statement())) {
            return Optional.empty();
        }
        PartName name = expected.name();
        return Optional.of(
                new Difference(name.kind(), name.name(), expected.statement(), found.statement()));
    }

    private static boolean hasTableOf(Part part, Map<PartName, Part> present) {
        return part.table() == null
                || present.containsKey(new PartName(PartKind.TABLE, part.table()));
    }

    private Map<PartName, Part> byName() {
        Map<PartName, Part> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.put(part.name(), part));
        return byName;
    }
}
