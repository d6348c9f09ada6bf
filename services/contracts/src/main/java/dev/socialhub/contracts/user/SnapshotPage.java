package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of all rows that an owner holds, in the order of their keys. It is read while rows
 * change: a row that is written behind the reader's position reaches replicas by event.
 *
 * @param next the key to request the following page with; null at the end
 */
@Serdeable
public record SnapshotPage<T>(List<T> items, @Nullable String next) {

    public SnapshotPage {
        items = List.copyOf(items);
    }
}
