package dev.socialhub.shared.trace;

import dev.socialhub.shared.log.LogFields;
import io.micronaut.core.propagation.PropagatedContext;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The position of a piece of work: its trace, and its own span in it, as W3C's {@code traceparent}
 * names them.
 *
 * @param sampled whether the caller that began the trace wants its spans kept
 */
public record TraceContext(String traceId, String spanId, boolean sampled) implements LogFields {

    public static final String HEADER = "traceparent";

    /** The names under which log lines bear it. */
    public static final String TRACE_ID = "traceId";

    public static final String SPAN_ID = "spanId";

    private static final int LENGTH = 55;
    private static final int TRACE_AT = 3;
    private static final int SPAN_AT = 36;
    private static final int FLAGS_AT = 53;

    /** A trace that has not begun yet. */
    public static TraceContext begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new TraceContext(
                HexFormat.of().toHexDigits(random.nextLong()) + nonZero(random),
                nonZero(random),
                true);
    }

    /** What a header says; null when there is none or it breaks the rules. */
    public static @Nullable TraceContext parse(@Nullable String header) {
        if (header == null || !isWellFormed(header)) {
            return null;
        }
        String traceId = header.substring(TRACE_AT, SPAN_AT - 1);
        String spanId = header.substring(SPAN_AT, FLAGS_AT - 1);
        boolean isSampled = (Character.digit(header.charAt(LENGTH - 1), 16) & 1) == 1;
        return isZero(traceId) || isZero(spanId)
                ? null
                : new TraceContext(traceId, spanId, isSampled);
    }

    /** The context of the current thread; null outside any trace. */
    public static @Nullable TraceContext current() {
        return PropagatedContext.getOrEmpty().find(TraceContext.class).orElse(null);
    }

    /** Another span of the same trace. */
    public TraceContext child() {
        return new TraceContext(traceId, nonZero(ThreadLocalRandom.current()), sampled);
    }

    /** As a header, for work that is done on behalf of this span. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    @Override
    public void addTo(Map<String, String> fields) {
        fields.put(TRACE_ID, traceId);
        fields.put(SPAN_ID, spanId);
    }

    /** Does something as a part of this span: its log lines and what it causes name the trace. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Does something as a part of this span: its log lines and what it causes name the trace. */
    public <T> T call(Supplier<T> work) {
        PropagatedContext within = PropagatedContext.getOrEmpty().plus(this);
        try (PropagatedContext.Scope _ = within.propagate()) {
            return work.get();
        }
    }

    /** A later version may have more fields after the flags; version 255 is invalid. */
    private static boolean isWellFormed(String header) {
        boolean isOfFirstVersion = header.startsWith("00");
        boolean hasItsLength =
                header.length() == LENGTH
                        || (header.length() > LENGTH
                                && !isOfFirstVersion
                                && header.charAt(LENGTH) == '-');
        return hasItsLength
                && !header.startsWith("ff")
                && isHex(header, 0, TRACE_AT - 1)
                && isHex(header, TRACE_AT, SPAN_AT - 1)
                && isHex(header, SPAN_AT, FLAGS_AT - 1)
                && isHex(header, FLAGS_AT, LENGTH);
    }

    /** Whether these are lower-case digits, with a hyphen before and after them. */
    private static boolean isHex(String header, int from, int to) {
        if ((from > 0 && header.charAt(from - 1) != '-')
                || (to < LENGTH && header.charAt(to) != '-')) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = header.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String id) {
        return id.chars().allMatch(c -> c == '0');
    }

    /** The rules forbid an id of zeros alone. */
    private static String nonZero(ThreadLocalRandom random) {
        long id = random.nextLong();
        while (id == 0) {
            id = random.nextLong();
        }
        return HexFormat.of().toHexDigits(id);
    }
}
