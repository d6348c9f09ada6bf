package dev.socialhub.testkit.collector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;

/** Takes spans by OTLP over HTTP, and keeps the last of them. */
public final class Collector implements AutoCloseable {

    private static final int KEPT = 20_000;

    private final HttpServer server;
    private final Deque<ReceivedSpan> spans = new ArrayDeque<>();
    private final AtomicBoolean refusing = new AtomicBoolean();

    /** On a free port. */
    public Collector() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} is to be. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What has come of this trace, in no order. */
    public synchronized List<ReceivedSpan> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    /** From now on everything is answered 503, or nothing any more. */
    public void refuse(boolean whether) {
        refusing.set(whether);
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (refusing.get()) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            boolean zipped =
                    "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            take(Fields.of(zipped ? unzipped(body) : body));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    private static byte[] unzipped(byte[] body) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    private synchronized void take(Fields request) {
        for (Fields ofResource : request.messages(1)) {
            Map<String, String> resource = new HashMap<>();
            ofResource.messages(1).forEach(one -> resource.putAll(attributes(one, 1)));
            String service = resource.getOrDefault("service.name", "");
            for (Fields ofScope : ofResource.messages(2)) {
                ofScope.messages(2).forEach(span -> spans.add(span(service, span)));
            }
        }
        while (spans.size() > KEPT) {
            spans.removeFirst();
        }
    }

    private static ReceivedSpan span(String service, Fields span) {
        boolean failed = span.messages(15).stream().anyMatch(status -> status.number(3) == 2);
        return new ReceivedSpan(
                service,
                span.hex(1),
                span.hex(2),
                span.hex(4),
                span.text(5),
                span.number(6),
                attributes(span, 9),
                failed);
    }

    private static Map<String, String> attributes(Fields of, int tag) {
        Map<String, String> attributes = new HashMap<>();
        for (Fields attribute : of.messages(tag)) {
            for (Fields value : attribute.messages(2)) {
                attributes.put(
                        attribute.text(1),
                        value.has(1) ? value.text(1) : Long.toString(value.number(3)));
            }
        }
        return attributes;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
