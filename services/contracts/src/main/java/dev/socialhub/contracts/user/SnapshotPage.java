package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of everything an owner holds, in the order of its keys. Read under live writes: what is
 * written behind the reader reaches copies by event.
 *
 * @param next the key to ask for the following part with; null at the end
 */
@Serdeable
public record SnapshotPage<T>(List<T> items, @Nullable String next) {

    public SnapshotPage {
        items = List.copyOf(items);
    }
}
