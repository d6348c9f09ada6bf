package dev.socialhub.testkit.collector;

import java.util.Map;

/**
 * A span as it reached the collector.
 *
 * @param parentId empty for the first of its trace
 * @param kind as OTLP numbers them: 2 server, 3 client, 4 producer, 5 consumer
 * @param attributes numbers as their digits
 * @param failed whether its status says so
 */
public record ReceivedSpan(
        String service,
        String traceId,
        String spanId,
        String parentId,
        String name,
        long kind,
        Map<String, String> attributes,
        boolean failed) {

    public ReceivedSpan {
        attributes = Map.copyOf(attributes);
    }
}
