package dev.socialhub.gateway.testkit;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A gateway in this process, on free ports, in front of services that the test provides. */
public final class RunningGateway implements AutoCloseable {

    private static final String NOWHERE = "http://127.0.0.1:1";

    private final Tokens tokens = new Tokens();
    private final UUID user = UUID.randomUUID();
    private final String token = tokens.good(user);
    private final StubService keys;
    private final EmbeddedServer server;
    private final int managementPort = freePort();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Starts the gateway.
     *
     * @param variables environment variables; AUTH_URL is for routing only, the key set always
     *     comes from a service of the gateway's own
     */
    public RunningGateway(Map<String, String> variables) {
        keys = new StubService("keys").answering("/.well-known/jwks.json", tokens.keySet());
        Map<String, Object> properties = new HashMap<>();
        for (ServiceEntry service : PlatformManifest.packaged().behindGateway()) {
            properties.put(service.urlVariable(), NOWHERE);
        }
        properties.put("PORT", -1);
        properties.put("MANAGEMENT_PORT", managementPort);
        properties.put("micronaut.server.port", -1);
        properties.put("socialhub.identity.auth-urls", keys.url());
        properties.putAll(variables);
        server =
                ApplicationContext.builder()
                        .properties(properties)
                        .singletons(StreamManifest.manifest())
                        .start()
                        .getBean(EmbeddedServer.class);
        server.start();
        Awaitility.await().until(() -> management("/health/readiness").statusCode() == 200);
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Tokens tokens() {
        return tokens;
    }

    public UUID user() {
        return user;
    }

    /** A valid token, always of the same user. */
    public String token() {
        return token;
    }

    public int port() {
        return server.getPort();
    }

    public HttpClient http() {
        return http;
    }

    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    /** A request that carries a valid token. */
    public HttpRequest.Builder request(String uri) {
        return anonymous(uri).header("Authorization", "Bearer " + token);
    }

    public HttpRequest.Builder anonymous(String uri) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + uri));
    }

    public HttpResponse<String> get(String uri) {
        return send(request(uri));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> management(String uri) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + uri)));
    }

    public RawCaller raw() throws IOException {
        return new RawCaller(port());
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.close();
        keys.close();
    }
}
