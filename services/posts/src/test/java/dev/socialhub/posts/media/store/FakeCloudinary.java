package dev.socialhub.posts.media.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as Cloudinary does, and refuses calls and addresses that aren't signed. */
final class FakeCloudinary implements AutoCloseable {

    static final String CLOUD = "demo";
    static final String KEY = "1234567890";
    static final String SECRET = "abcd-secret";

    private static final Pattern PART =
            Pattern.compile("name=\"(\\w+)\"[^\\r]*\\r\\n\\r\\n(.*)\\r\\n", Pattern.DOTALL);

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final CloudinarySignature signature = new CloudinarySignature(SECRET);
    private final HttpServer server;
    volatile boolean failing;

    FakeCloudinary() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1_1/" + CLOUD + "/raw/", this::call);
        server.createContext("/" + CLOUD + "/raw/authenticated/", this::deliver);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void call(HttpExchange exchange) throws IOException {
        Map<String, byte[]> parts = parts(exchange);
        Map<String, String> signed =
                parts.entrySet().stream()
                        .filter(one ->
                                !Set.of("file", "api_key", "signature").contains(one.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> text(one.getValue())));
        boolean valid =
                !failing
                        && KEY.equals(text(parts.get("api_key")))
                        && "authenticated".equals(signed.get("type"))
                        && signed.containsKey("timestamp")
                        && signature.ofCall(signed).equals(text(parts.get("signature")));
        if (valid) {
            String id = String.valueOf(signed.get("public_id"));
            byte[] file = parts.get("file");
            if (exchange.getRequestURI().getPath().endsWith("/upload") && file != null) {
                files.put(id, file);
            } else {
                files.remove(id);
            }
        }
        answer(exchange, valid ? 200 : 401, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void deliver(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", 6);
        byte[] file = files.get(path[5]);
        boolean isSigned = path[4].equals(signature.ofDelivery(path[5]));
        String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
        Matcher bounds = Pattern.compile("bytes=(\\d+)-(\\d+)").matcher(range);
        if (failing || !isSigned || !bounds.matches()) {
            answer(exchange, failing ? 500 : 401, new byte[1]);
        } else if (file == null) {
            answer(exchange, 404, new byte[1]);
        } else {
            int from = Integer.parseInt(bounds.group(1));
            int to = Integer.parseInt(bounds.group(2));
            answer(exchange, 206, Arrays.copyOfRange(file, from, Math.min(to + 1, file.length)));
        }
    }

    private static Map<String, byte[]> parts(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String boundary = "--" + type.substring(type.indexOf("boundary=") + 9);
        String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Map<String, byte[]> parts = new HashMap<>();
        for (String part : body.split(Pattern.quote(boundary), -1)) {
            Matcher matcher = PART.matcher(part);
            if (matcher.find()) {
                parts.put(matcher.group(1), matcher.group(2).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
