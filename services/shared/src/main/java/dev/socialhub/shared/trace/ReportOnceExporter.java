package dev.socialhub.shared.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the collector is away, and once that it is back, however long that takes. */
final class ReportOnceExporter implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(ReportOnceExporter.class);

    /** Says the same with every batch. Held here, since its level would be forgotten with it. */
    private static final java.util.logging.Logger LIBRARY_LOGGER =
            java.util.logging.Logger.getLogger("io.opentelemetry");

    static {
        LIBRARY_LOGGER.setLevel(Level.OFF);
    }

    private final SpanExporter exporter;
    private final String endpoint;
    private final AtomicBoolean unavailable = new AtomicBoolean();

    ReportOnceExporter(SpanExporter exporter, String endpoint) {
        this.exporter = exporter;
        this.endpoint = endpoint;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> report(result.isSuccess()));
    }

    private void report(boolean accepted) {
        if (accepted && unavailable.compareAndSet(true, false)) {
            LOG.info("The collector at {} accepts spans again", endpoint);
        } else if (!accepted && unavailable.compareAndSet(false, true)) {
            LOG.warn(
                    "The collector at {} accepts no spans; they are dropped until it does",
                    endpoint);
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
