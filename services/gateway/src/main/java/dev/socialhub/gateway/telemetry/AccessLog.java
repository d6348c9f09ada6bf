package dev.socialhub.gateway.telemetry;

import dev.socialhub.shared.trace.TraceContext;
import dev.socialhub.shared.web.RequestContext;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes one line per request: readable for people, and with separate values for machines. */
@Singleton
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("access");

    void write(RequestTrace trace) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        MDC.put(RequestContext.REQUEST_ID, trace.requestId());
        MDC.put(TraceContext.TRACE_ID, trace.context().traceId());
        MDC.put(TraceContext.SPAN_ID, trace.context().spanId());
        if (trace.userId() != null) {
            MDC.put(RequestContext.USER_ID, trace.userId().toString());
        }
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
        if (trace.isCutShort()) {
            line = line.addKeyValue("cutShort", true);
        }
        line.log("{} {} {} in {} ms", trace.method(), trace.path(), trace.status(), millis);
        MDC.remove(RequestContext.REQUEST_ID);
        MDC.remove(TraceContext.TRACE_ID);
        MDC.remove(TraceContext.SPAN_ID);
        MDC.remove(RequestContext.USER_ID);
    }
}
