package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.socialhub.auth.key.SigningKeys;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyUserIT {

    private static final String VERIFY = "/api/v1/auth/verify-user";

    private static AuthServer auth;
    private static Answer john;
    private static RSAKey signer;

    @BeforeAll
    static void start() {
        auth = AuthServer.start();
        john = auth.signUp("johndoe");
        signer = auth.bean(SigningKeys.class).signer();
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void saysWhoBearsTheToken() {
        Answer answer = auth.getAs(john.at("token"), VERIFY);

        String payload =
                "{\"id\":\"%s\",\"username\":\"johndoe\",\"roles\":[\"USER\"]}"
                        .formatted(john.at("user.id"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("x-user-payload")).isEqualTo(payload);
        assertThat(answer.text()).isEqualTo(payload);
    }

    @Test
    void takesATokenWithTheClaimsThatWereAgreed() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(john.at("token")).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo(john.at("user.id"));
        assertThat(claims.getIssuer()).isEqualTo("socialhub");
        assertThat(claims.getAudience()).containsExactly("socialhub");
        assertThat(claims.getStringClaim("username")).isEqualTo("johndoe");
        assertThat(claims.getStringListClaim("roles")).containsExactly("USER");
        assertThat(UUID.fromString(claims.getStringClaim("sid"))).isNotNull();
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plus(Duration.ofMinutes(15)));
        assertThat(verify(signed(signer, _ -> {}))).isEqualTo(200);
    }

    @Test
    void publishesThePublicKeyAlone() throws Exception {
        Answer answer = auth.get("/.well-known/jwks.json");

        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
        RSAKey key = JWKSet.parse(answer.text()).getKeyByKeyId(signer.getKeyID()).toRSAKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.toRSAPublicKey()).isEqualTo(signer.toRSAPublicKey());
        assertThat(answer.text()).doesNotContain("\"d\"", "\"p\"", "\"q\"", "null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x.y.z", "a.b", "....", "eyJhbGciOiJub25lIn0..", "%00"})
    void refusesWhatIsNoToken(String token) {
        assertThat(verify(token)).isEqualTo(401);
    }

    @Test
    void refusesNoTokenAndAClaimedPayload() {
        Answer answer =
                auth.get(
                        VERIFY,
                        "x-user-payload",
                        "{\"id\":\"1\",\"username\":\"root\",\"roles\":[\"ADMIN\"]}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("x-user-payload")).isNull();
    }

    @Test
    void refusesATokenOfAnotherKey() throws Exception {
        RSAKey other = new RSAKeyGenerator(2048).keyID(signer.getKeyID()).generate();
        RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();

        assertThat(verify(signed(other, _ -> {}))).isEqualTo(401);
        assertThat(verify(signed(unknown, _ -> {}))).isEqualTo(401);
    }

    @Test
    void refusesATokenWithoutSignature() {
        assertThat(verify(new PlainJWT(claims(_ -> {})).serialize())).isEqualTo(401);
        String[] parts = john.at("token").split("\\.", 3);
        assertThat(verify(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
    }

    @Test
    void refusesThePublicKeyUsedAsASecret() throws Exception {
        byte[] pem =
                ("-----BEGIN PUBLIC KEY-----\n"
                                + java.util.Base64.getMimeEncoder()
                                        .encodeToString(signer.toRSAPublicKey().getEncoded())
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.UTF_8);

        for (byte[] secret : List.of(pem, signer.toRSAPublicKey().getEncoded())) {
            assertThat(verify(signed(JWSAlgorithm.HS256, new MACSigner(secret), _ -> {})))
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesAnotherAlgorithmOfTheSameKey() throws Exception {
        assertThat(verify(signed(JWSAlgorithm.RS512, new RSASSASigner(signer), _ -> {})))
                .isEqualTo(401);
        assertThat(verify(signed(JWSAlgorithm.PS256, new RSASSASigner(signer), _ -> {})))
                .isEqualTo(401);
    }

    @Test
    void refusesATokenWhoseContentWasChanged() {
        String[] parts = john.at("token").split("\\.", 3);
        String admin =
                java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                claims(c -> c.claim("roles", List.of("ADMIN")))
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8));

        assertThat(verify(parts[0] + "." + admin + "." + parts[2])).isEqualTo(401);
    }

    @Test
    void refusesATokenThatIsExpiredOrForAnotherAudience() throws Exception {
        Date justNow = Date.from(Instant.now().minusSeconds(1));

        assertThat(verify(signed(signer, c -> c.expirationTime(justNow)))).isEqualTo(401);
        assertThat(verify(signed(signer, c -> c.expirationTime(null)))).isEqualTo(401);
        assertThat(verify(signed(signer, c -> c.audience("internal")))).isEqualTo(401);
        assertThat(verify(signed(signer, c -> c.audience((String) null)))).isEqualTo(401);
        assertThat(verify(signed(signer, c -> c.issuer("somebody")))).isEqualTo(401);
        assertThat(verify(signed(signer, c -> c.subject("not a uuid")))).isEqualTo(401);
    }

    @Test
    void keepsUserTokensAndServiceTokensApart() {
        String service = auth.bean(ServiceTokens.class).issue();

        assertThat(verify(service)).isEqualTo(401);
        assertThat(auth.getAs(john.at("token"), "/internal/accounts/johndoe").status())
                .isEqualTo(403);
        assertThat(auth.get("/internal/accounts/johndoe").status()).isEqualTo(401);
    }

    @Test
    void returnsAccountsToOtherServices() {
        String service = auth.bean(ServiceTokens.class).issue();
        String id = john.at("user.id");

        for (String name : List.of(id, "johndoe", "JohnDoe")) {
            Answer answer = auth.getAs(service, "/internal/accounts/" + name);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("id")).isEqualTo(id);
            assertThat(answer.at("username")).isEqualTo("johndoe");
            assertThat(answer.at("name")).isEqualTo("John Doe");
            assertThat(answer.at("createdAt")).isEqualTo(john.at("user.createdAt"));
            assertThat(answer.at("version")).isEqualTo("1");
            assertThat(answer.text()).doesNotContain("@", "argon2");
        }
        for (String unknown :
                List.of("nobody", "a%00b", UUID.randomUUID().toString(), "x".repeat(36))) {
            assertThat(auth.getAs(service, "/internal/accounts/" + unknown).status())
                    .isEqualTo(404);
        }
    }

    private static int verify(String token) {
        return auth.getAs(token, VERIFY).status();
    }

    private static String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change)
            throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        return signed(header, new RSASSASigner(key), change);
    }

    private static String signed(
            JWSAlgorithm algorithm, JWSSigner with, Consumer<JWTClaimsSet.Builder> change)
            throws Exception {
        return signed(
                new JWSHeader.Builder(algorithm).keyID(signer.getKeyID()).build(), with, change);
    }

    private static String signed(
            JWSHeader header, JWSSigner with, Consumer<JWTClaimsSet.Builder> change)
            throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims(change));
        jwt.sign(with);
        return jwt.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .subject(UUID.randomUUID().toString())
                        .claim("username", "forger")
                        .claim("roles", List.of("USER"))
                        .claim("sid", UUID.randomUUID().toString())
                        .issuer("socialhub")
                        .audience("socialhub")
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        change.accept(claims);
        return claims.build();
    }
}
