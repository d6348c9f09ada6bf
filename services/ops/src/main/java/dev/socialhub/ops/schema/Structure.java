package dev.socialhub.ops.schema;

import dev.socialhub.ops.schema.Part.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All parts of a schema, in an order in which they can be built. */
record Structure(List<Part> parts) {

    Structure {
        parts = List.copyOf(parts);
    }

    /** What another one lacks of this. Of a table that it lacks, only the table itself. */
    List<Part> missingIn(Structure other) {
        Map<Name, Part> present = other.byName();
        return parts.stream()
                .filter(part -> !present.containsKey(part.name()))
                .filter(part -> hasTableOf(part, present))
                .toList();
    }

    /** What the other one has under the same name, but defined otherwise. */
    List<Difference> differentIn(Structure other) {
        Map<Name, Part> present = other.byName();
        return parts.stream()
                .flatMap(part -> Difference.between(part, present.get(part.name())).stream())
                .toList();
    }

    private static boolean hasTableOf(Part part, Map<Name, Part> present) {
        return part.table() == null || present.containsKey(new Name(PartKind.TABLE, part.table()));
    }

    private Map<Name, Part> byName() {
        Map<Name, Part> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.put(part.name(), part));
        return byName;
    }
}
