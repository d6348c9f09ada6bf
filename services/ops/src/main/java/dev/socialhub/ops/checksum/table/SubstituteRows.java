package dev.socialhub.ops.checksum.table;

import java.util.Set;

/**
 * Tables that are meaningful only together, since amounts move from one to the other in the
 * background. Make it a bean; checksums then show what readers see in their place.
 *
 * @param name what stands for these tables
 * @param query selects what readers see
 */
public record SubstituteRows(String name, Set<String> tables, String query) {

    public SubstituteRows {
        tables = Set.copyOf(tables);
    }
}
