package dev.socialhub.shared.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Adds the fields of the propagated context to each log line, beside those of the MDC.
 *
 * <p>Micronaut's {@code MdcPropagationContext} copies all fields at each change of thread, of which
 * a request has about ten and which most requests never need: most of them log nothing.
 */
public final class ContextFieldsFilter extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent line) {
        if (line instanceof LoggingEvent event) {
            Map<String, String> fields = fields(PropagatedContext.getOrEmpty());
            if (!fields.isEmpty()) {
                Map<String, String> own = MDC.getCopyOfContextMap();
                if (own != null) {
                    own.forEach(fields::putIfAbsent);
                }
                event.setMDCPropertyMap(fields);
            }
        }
        return FilterReply.NEUTRAL;
    }

    private static Map<String, String> fields(PropagatedContext context) {
        Map<String, String> fields = new HashMap<>();
        for (PropagatedContextElement element : context.getAllElements()) {
            if (element instanceof LogFields named) {
                named.addTo(fields);
            }
        }
        return fields;
    }
}
