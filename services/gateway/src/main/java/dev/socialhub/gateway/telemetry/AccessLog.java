package dev.socialhub.gateway.telemetry;

import dev.socialhub.shared.log.LogFields;
import dev.socialhub.shared.web.RequestContext;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes one line per request: readable for people, and with separate values for machines. */
@Singleton
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("access");

    void write(RequestTrace trace) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        // One element: each one more would copy the context once more for every request.
        LogFields fields = line -> addFields(trace, line);
        try (PropagatedContext.Scope _ = PropagatedContext.getOrEmpty().plus(fields).propagate()) {
            writeLine(trace);
        }
    }

    private static void addFields(RequestTrace trace, Map<String, String> fields) {
        trace.context().addTo(fields);
        fields.put(RequestContext.REQUEST_ID, trace.requestId());
        if (trace.userId() != null) {
            fields.put(RequestContext.USER_ID, trace.userId().toString());
        }
    }

    private static void writeLine(RequestTrace trace) {
        long hundredths = trace.elapsedNanos() / 10_000;
        double millis = hundredths / 100.0;
        LoggingEventBuilder line =
                LOG.atInfo()
                        .addKeyValue("method", trace.method())
                        .addKeyValue("path", trace.path())
                        .addKeyValue("status", trace.status())
                        .addKeyValue("ms", millis)
                        .addKeyValue("bytes", trace.bytes());
        if (trace.upstream() != null) {
            line = line.addKeyValue("upstream", trace.upstream());
        }
        if (trace.refusal() != null) {
            line = line.addKeyValue("refused", trace.refusal());
        }
        SpliceEnd closedBy = trace.closedBy();
        if (closedBy != null) {
            line =
                    line.addKeyValue("received", trace.receivedBytes())
                            .addKeyValue("closed", closedBy.label());
        }
        if (trace.isCutShort()) {
            line = line.addKeyValue("cutShort", true);
        }
        line.log("{} {} {} in {} ms", trace.method(), trace.path(), trace.status(), millis);
    }
}
