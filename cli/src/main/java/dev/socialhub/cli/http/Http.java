package dev.socialhub.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, by the JDK's old client: it loads in a few milliseconds. */
public final class Http {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final Duration connectTimeout;
    private final Duration readTimeout;

    /**
     * @param readTimeout how long an answer may take
     */
    public Http(Duration readTimeout) {
        this(CONNECT_TIMEOUT, readTimeout);
    }

    /**
     * @param connectTimeout how long a connection may take
     * @param readTimeout how long an answer may take
     */
    public Http(Duration connectTimeout, Duration readTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /** Loaded only when JSON is read or written. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }

    /** A body that isn't JSON. */
    public record Content(String type, byte[] bytes) {}

    /** An HTTP answer. */
    public record Answer(int status, @Nullable String replayed, String text) {
        /** The body as JSON; a missing node when there is none, or it isn't JSON. */
        public JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(text);
            } catch (JsonProcessingException notJson) {
                return MissingNode.getInstance();
            }
        }

        /** The status, and the details of a problem document. */
        public String brief() {
            String detail = json().path("detail").asText(json().path("title").asText(""));
            return "HTTP " + status + (detail.isEmpty() ? "" : " (" + detail + ")");
        }
    }

    /**
     * Sends one request and reads the answer, whatever its status.
     *
     * @param headers such as {@code Authorization}
     * @param body a {@link Content}, or what is written as JSON; null for none
     * @throws IOException if there is no answer
     */
    public Answer send(
            String method, String url, Map<String, String> headers, @Nullable Object body)
            throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) connectTimeout.toMillis());
        connection.setReadTimeout((int) readTimeout.toMillis());
        connection.setUseCaches(false);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Connection", "close");
        headers.forEach(connection::setRequestProperty);
        try {
            if (body != null) {
                write(connection, body);
            }
            int status = connection.getResponseCode();
            return new Answer(
                    status,
                    connection.getHeaderField("Idempotent-Replayed"),
                    text(
                            status < HttpURLConnection.HTTP_BAD_REQUEST
                                    ? connection.getInputStream()
                                    : connection.getErrorStream()));
        } finally {
            connection.disconnect();
        }
    }

    private static void write(HttpURLConnection connection, Object body) throws IOException {
        connection.setDoOutput(true);
        Content content =
                body instanceof Content other
                        ? other
                        : new Content("application/json", bytes(body));
        connection.setRequestProperty("Content-Type", content.type());
        try (OutputStream out = connection.getOutputStream()) {
            out.write(content.bytes());
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String text(@Nullable InputStream stream) throws IOException {
        if (stream == null) {
            return "";
        }
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
