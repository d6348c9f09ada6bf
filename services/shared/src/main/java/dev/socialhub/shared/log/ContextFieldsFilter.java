package dev.socialhub.shared.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.micronaut.core.propagation.PropagatedContext;
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
        PropagatedContext current = PropagatedContext.getOrEmpty();
        if (line instanceof LoggingEvent event && current.find(LogFields.class).isPresent()) {
            Map<String, String> own = MDC.getCopyOfContextMap();
            Map<String, String> fields = own == null ? new HashMap<>() : new HashMap<>(own);
            current.findAll(LogFields.class)
                    .toList()
                    .reversed()
                    .forEach(element -> element.addTo(fields));
            event.setMDCPropertyMap(fields);
        }
        return FilterReply.NEUTRAL;
    }
}
