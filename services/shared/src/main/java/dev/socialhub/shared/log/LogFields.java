package dev.socialhub.shared.log;

import io.micronaut.core.propagation.PropagatedContextElement;
import java.util.Map;

/** Fields of each log line that is written while this element is in the propagated context. */
public interface LogFields extends PropagatedContextElement {

    /** Adds them; an element that entered the context later replaces fields of the same name. */
    void addTo(Map<String, String> fields);

    /** One field, such as the id of the request's user. */
    static LogFields of(String name, String value) {
        return fields -> fields.put(name, value);
    }
}
