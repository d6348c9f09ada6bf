package dev.socialhub.cli.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.StoredRecord;
import java.util.List;

/**
 * Which events are replayed.
 *
 * @param keys of the records; empty for all
 * @param types of the events; empty for all
 */
@JsonPropertyOrder({"keys", "types"})
record Selection(List<String> keys, List<String> types) {
    Selection {
        keys = List.copyOf(keys);
        types = List.copyOf(types);
    }

    boolean matchesKey(StoredRecord record) {
        return keys.isEmpty() || keys.contains(record.keyText());
    }

    boolean matchesType(EventView event) {
        return types.isEmpty() || types.contains(event.type());
    }
}
