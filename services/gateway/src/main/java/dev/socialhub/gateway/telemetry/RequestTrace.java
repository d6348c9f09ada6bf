package dev.socialhub.gateway.telemetry;

import dev.socialhub.shared.trace.Span;
import dev.socialhub.shared.trace.TraceContext;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the access log and the metrics will report of one request; filled in while it is processed.
 */
public final class RequestTrace {

    private final long startedNanos = System.nanoTime();
    private final String requestId;
    private final Span span;
    private final String method;
    private final String path;

    private String group = "gateway";
    private @Nullable String route;
    private @Nullable UUID userId;
    private @Nullable URI upstream;
    private @Nullable String refusal;
    private boolean cutShort;
    private boolean isLong;
    private @Nullable SpliceEnd closedBy;
    private long receivedBytes;
    private int status;
    private long bytes;

    /**
     * Starts the record.
     *
     * @param span the span of this request, in the caller's trace or in one of its own
     * @param uri the request's target; its query, which may hold secrets, is left out
     */
    public RequestTrace(String requestId, Span span, String method, String uri) {
        int question = uri.indexOf('?');
        this.requestId = requestId;
        this.span = span;
        this.method = printable(method, 16);
        this.path = printable(question < 0 ? uri : uri.substring(0, question), 512);
    }

    /**
     * Replaces unprintable characters, so that a request can't manipulate a terminal that shows the
     * log.
     */
    private static String printable(String text, int maxLength) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), maxLength));
        for (int i = 0; i < text.length() && i < maxLength; i++) {
            char c = text.charAt(i);
            printable.append(c > 0x20 && c < 0x7F ? c : '?');
        }
        return printable.toString();
    }

    /** The request goes to a service, by this row of the table. */
    public void routed(String toGroup, String byRoute, @Nullable UUID byUser) {
        group = toGroup;
        route = byRoute;
        userId = byUser;
    }

    /** Its answer waits for an event. */
    public void setLong() {
        isLong = true;
    }

    /** The WebSocket that it led to has ended. */
    public void closed(SpliceEnd why, long fromClient, long fromService) {
        closedBy = why;
        receivedBytes = fromClient;
        bytes = fromService;
    }

    public void sentTo(URI instance) {
        upstream = instance;
    }

    public void refused(String reason) {
        refusal = reason;
    }

    public void answered(int withStatus) {
        status = withStatus;
    }

    public void wrote(int moreBytes) {
        bytes += moreBytes;
    }

    /** The connection ended before the answer did. */
    public void cutShort() {
        cutShort = true;
    }

    public String requestId() {
        return requestId;
    }

    /**
     * The position of this request in its trace, which is sent to the service and to the caller.
     */
    public TraceContext context() {
        return span.context();
    }

    public String path() {
        return path;
    }

    Span span() {
        return span;
    }

    String method() {
        return method;
    }

    String group() {
        return group;
    }

    @Nullable String route() {
        return route;
    }

    @Nullable UUID userId() {
        return userId;
    }

    @Nullable URI upstream() {
        return upstream;
    }

    @Nullable String refusal() {
        return refusal;
    }

    boolean isLong() {
        return isLong;
    }

    @Nullable SpliceEnd closedBy() {
        return closedBy;
    }

    long receivedBytes() {
        return receivedBytes;
    }

    boolean isCutShort() {
        return cutShort;
    }

    /** The status that was sent; 499, as in nginx, when the caller left before there was one. */
    int status() {
        return status == 0 ? 499 : status;
    }

    long bytes() {
        return bytes;
    }

    long elapsedNanos() {
        return System.nanoTime() - startedNanos;
    }
}
