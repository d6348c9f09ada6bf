package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/**
 * No request is accepted on a claim that auth has not signed: neither at the gateway nor past it.
 */
class ForgedIdentityIT {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PlatformUnderTest platform = PlatformUnderTest.shared();

    @Test
    void forgedTokensOpenNoProtectedRoute() throws Exception {
        Client.Person person = platform.gateway().signUp();
        Map<String, String> forgeries = forgeries(person);
        for (Endpoint endpoint : Endpoint.thatNeedToken(platform)) {
            for (Client door :
                    new Client[] {platform.gateway(), platform.service(endpoint.service())}) {
                for (Map.Entry<String, String> forgery : forgeries.entrySet()) {
                    assertRefused(door.as(forgery.getValue()), endpoint, forgery.getKey());
                }
                assertRefused(door, endpoint, "no token");
                assertRefused(
                        door.with(
                                "x-user-payload",
                                "{\"id\":\""
                                        + person.id()
                                        + "\",\"username\":\""
                                        + person.username()
                                        + "\",\"roles\":[\"ADMIN\"]}"),
                        endpoint,
                        "x-user-payload");
                assertRefused(door.with("x-user-id", person.id()), endpoint, "x-user-id");
            }
        }
    }

    @Test
    void expiredTokensOpenNoProtectedRoute() throws Exception {
        Client.Person person = platform.gateway().signUp();
        String token;
        try (ShortLivedAuth auth = new ShortLivedAuth(platform)) {
            token = auth.logIn(person);
        }
        await().until(() ->
                platform.gateway().as(token).get("/api/v1/auth/verify-user").status() == 401);
        for (Endpoint endpoint : Endpoint.thatNeedToken(platform)) {
            assertRefused(platform.gateway().as(token), endpoint, "expired");
            assertRefused(platform.service(endpoint.service()).as(token), endpoint, "expired");
        }
    }

    @Test
    void aUsersTokenOpensNoInternalRoute() {
        Client.Person person = platform.gateway().signUp();
        String path = "/internal/accounts/" + person.id();
        assertThat(platform.service("auth").as(person.token()).get(path).status()).isIn(401, 403);
        assertThat(platform.service("auth").get(path).status()).isEqualTo(401);
        for (String way :
                new String[] {
                    path,
                    "/api/v1/auth/..%2f..%2f..%2finternal/accounts/" + person.id(),
                    "/api/v1/../../internal/accounts/" + person.id(),
                    "//internal/accounts/" + person.id()
                }) {
            assertThat(platform.gateway().as(person.token()).get(way).status())
                    .as(way)
                    .isIn(400, 404);
        }
    }

    private static void assertRefused(Client client, Endpoint endpoint, String forgery) {
        byte[] body =
                endpoint.body() == null ? null : endpoint.body().getBytes(StandardCharsets.UTF_8);
        Client.Answer answer = client.send(endpoint.method(), endpoint.path(), body);
        assertThat(answer.status()).as("%s with %s", endpoint, forgery).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).as("%s", endpoint).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static Map<String, String> forgeries(Client.Person person)
            throws GeneralSecurityException {
        String header = person.token().substring(0, person.token().indexOf('.'));
        String keyId =
                new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8)
                        .replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
        String claims = claims(person, Instant.now().plusSeconds(600));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair stranger = generator.generateKeyPair();
        String signature = person.token().substring(person.token().lastIndexOf('.'));

        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("another key", rs256(keyId, claims, stranger));
        forgeries.put("an unknown key id", rs256("no-such-key", claims, stranger));
        forgeries.put("alg none", unsigned(claims) + ".");
        forgeries.put("alg none with a signature", unsigned(claims) + signature);
        forgeries.put(
                "a public value as secret",
                hs256(keyId, claims, stranger.getPublic().getEncoded()));
        forgeries.put(
                "other claims under a good signature", header + "." + encoded(claims) + signature);
        forgeries.put("rubbish", "not.a.token");
        forgeries.put("expired and unsigned", unsigned(claims(person, Instant.EPOCH)) + ".");
        return forgeries;
    }

    private static String claims(Client.Person person, Instant expiry) {
        return """
        {"sub":"%s","username":"%s","roles":["USER","ADMIN"],"sid":"s","iss":"socialhub",\
        "aud":"socialhub","iat":%d,"exp":%d}\
        """
                .formatted(
                        person.id(),
                        person.username(),
                        expiry.getEpochSecond() - 600,
                        expiry.getEpochSecond());
    }

    private static String unsigned(String claims) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    }

    private static String rs256(String keyId, String claims, KeyPair keys)
            throws GeneralSecurityException {
        String content =
                encoded("{\"alg\":\"RS256\",\"kid\":\"" + keyId + "\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + BASE64.encodeToString(signature.sign());
    }

    private static String hs256(String keyId, String claims, byte[] secret)
            throws GeneralSecurityException {
        String content =
                encoded("{\"alg\":\"HS256\",\"kid\":\"" + keyId + "\"}") + "." + encoded(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return content
                + "."
                + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
