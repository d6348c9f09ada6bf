package dev.socialhub.cli.training;

import dev.socialhub.cli.platform.Components;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests that programs handle while their JVMs are recorded. Whether they succeed doesn't
 * matter here: any answer will do.
 */
final class WarmUpRequests {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int ROUNDS = 5;
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");
    private static final String POSTS = "/api/v1/posts";
    private static final String SIGN_UP = "/api/v1/auth/signup";
    private static final String LOG_IN = "/api/v1/auth/login";
    private static final String ACCOUNT =
            """
            {"name":"Ada Test","username":"%1$s","email":"%1$s@example.com","password":"Warm-Up-4-Cache"}\
            """;

    private final Components components;
    private String token = "";

    WarmUpRequests(Components components) {
        this.components = components;
    }

    /** Makes the account that is used for all other requests. */
    void signUp() {
        Matcher found = TOKEN.matcher(send("auth", "POST", SIGN_UP, ACCOUNT.formatted("ada")));
        token = found.find() ? found.group(1) : "";
    }

    /** Some of the usual requests to that service, with and without a token. */
    void of(String service) {
        List<String> paths =
                PlatformManifest.packaged()
                        .service(service)
                        .map(ServiceEntry::reads)
                        .orElse(List.of());
        for (int round = 0; round < ROUNDS; round++) {
            paths.forEach(path -> send(service, "GET", path, ""));
            List.of("/", "/nothing", "/prometheus").forEach(path -> send(service, "GET", path, ""));
            write(service, round);
        }
        String savedToken = token;
        token = "";
        paths.forEach(path -> send(service, "GET", path, ""));
        token = savedToken;
    }

    private void write(String service, int round) {
        switch (service) {
            case "posts" -> send(service, "POST", POSTS, "{\"content\":\"a training post\"}");
            case "auth", "gateway" -> {
                String name = service + round;
                send(service, "POST", SIGN_UP, ACCOUNT.formatted(name));
                send(service, "POST", LOG_IN, ACCOUNT.formatted(name));
            }
            default -> {
                // Only read.
            }
        }
    }

    /** The text of a good answer; empty for any other. */
    private String send(String service, String method, String path, String body) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            URI.create(components.named(service).url() + path)
                                    .toURL()
                                    .openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            if (!token.isEmpty()) {
                connection.setRequestProperty("Authorization", "Bearer " + token);
            }
            if (!body.isEmpty()) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            return read(connection);
        } catch (IOException noAnswer) {
            return "";
        }
    }

    private static String read(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST) {
            return "";
        }
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
