package dev.socialhub.shared.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.contracts.user.SnapshotPage;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Stands in for auth: its key set, its accounts, and the tokens that it would give out. */
public final class FakeAuth implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, Person> accounts = new ConcurrentHashMap<>();
    public final AtomicInteger lookups = new AtomicInteger();

    /** The headers of each account look-up, the latest last. */
    public final Deque<Headers> asked = new ConcurrentLinkedDeque<>();

    public volatile boolean away;

    public FakeAuth() throws JOSEException, IOException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/jwks.json", this::keys);
        server.createContext("/internal/accounts/", this::account);
        server.createContext("/internal/snapshots/accounts", this::snapshot);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Registers a user. */
    public Person signUp(String username, String name) {
        Person person = stranger(username, name);
        accounts.put(person.id().toString(), person);
        accounts.put(username, person);
        return person;
    }

    /** A user with a valid token that is unknown to auth's look-up. */
    public Person stranger(String username, String name) {
        UUID id = UUID.randomUUID();
        return new Person(id, username, name, token(key, id, username, 900));
    }

    /** A valid token for any user. */
    public String token(UUID userId, String username) {
        return token(key, userId, username, 900);
    }

    /** A valid token that expires after this many seconds. */
    public String token(UUID userId, String username, long seconds) {
        return token(key, userId, username, seconds);
    }

    /** The same user with tokens that must be rejected. */
    public List<Person> forgers(Person person) {
        String unsigned =
                base64("{\"alg\":\"none\"}")
                        + "."
                        + base64(
                                "{\"sub\":\"%s\",\"username\":\"%s\"}"
                                        .formatted(person.id(), person.username()))
                        + ".";
        return Stream.of(
                        token(anotherKey(), person.id(), person.username(), 900),
                        expiredToken(person),
                        unsigned,
                        "garbage",
                        "x".repeat(5_000))
                .map(person::with)
                .toList();
    }

    private static RSAKey anotherKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String expiredToken(Person person) {
        return token(key, person.id(), person.username(), -10);
    }

    private static String token(RSAKey key, UUID userId, String username, long seconds) {
        Instant now = Instant.now();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .subject(userId.toString())
                        .issuer("socialhub")
                        .audience("socialhub")
                        .claim("username", username)
                        .claim("roles", List.of("USER"))
                        .claim("sid", UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(seconds)))
                        .build();
        try {
            SignedJWT jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    private void account(HttpExchange exchange) throws IOException {
        lookups.incrementAndGet();
        asked.add(exchange.getRequestHeaders());
        String path = exchange.getRequestURI().getPath();
        Person person = accounts.get(path.substring(path.lastIndexOf('/') + 1));
        if (away) {
            answer(exchange, 503, "{}");
        } else if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            answer(exchange, 401, "{}");
        } else if (person == null) {
            answer(exchange, 404, "{}");
        } else {
            answer(exchange, 200, JSON.writeValueAsString(person.account()));
        }
    }

    /** Answers all accounts after a key in one page, whatever limit was asked for. */
    private void snapshot(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String after = query.contains("after=") ? query.replaceAll(".*after=", "") : "";
        List<PublishedAccount> left =
                accounts.values().stream()
                        .distinct()
                        .map(Person::account)
                        .filter(one -> one.id().toString().compareTo(after) > 0)
                        .sorted(Comparator.comparing(one -> one.id().toString()))
                        .toList();
        answer(exchange, 200, JSON.writeValueAsString(new SnapshotPage<>(left, null)));
    }

    /** Deletes the user's account. */
    public void delete(Person person) {
        accounts.remove(person.id().toString());
        accounts.remove(person.username());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A user with a token. */
    public record Person(UUID id, String username, String name, String token) {

        private Person with(String other) {
            return new Person(id, username, name, other);
        }

        private PublishedAccount account() {
            return new PublishedAccount(
                    id, username, name, Instant.parse("2025-01-02T03:04:05Z"), 1);
        }
    }
}
