package dev.socialhub.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.socialhub.shared.identity.Verification.Accepted;
import dev.socialhub.shared.identity.Verification.KeysUnavailable;
import dev.socialhub.shared.identity.Verification.Refused;
import dev.socialhub.shared.testing.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final UUID ADA = UUID.randomUUID();

    private static RSAKey ours;
    private static RSAKey stranger;

    private final Map<String, RSAPublicKey> keys = new HashMap<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final MovableClock clock = new MovableClock(NOW);
    private ApplicationContext context;
    private TokenVerifier verifier;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        ours = new RSAKeyGenerator(2048).keyID("ours").generate();
        stranger = new RSAKeyGenerator(2048).keyID("ours").generate();
    }

    @BeforeEach
    void learnOurKey() throws JOSEException {
        keys.put("ours", ours.toRSAPublicKey());
        context =
                ApplicationContext.builder()
                        .properties(Map.of("micronaut.application.name", "kit"))
                        .singletons(new KnownKeys(), meters)
                        .beanDefinitions(
                                RuntimeBeanDefinition.builder(Clock.class, () -> clock)
                                        .singleton(true)
                                        .replaces(Clock.class)
                                        .build())
                        .start();
        verifier = context.getBean(TokenVerifier.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void acceptsATokenOfOurs() throws JOSEException {
        Instant expiry = NOW.plusSeconds(60);
        assertThat(verifier.verify(signed(claims().build())))
                .isEqualTo(
                        new Accepted(
                                new VerifiedToken(
                                        ADA, "ada", Set.of("USER", "ADMIN"), "session-1", expiry)));
    }

    @Test
    void countsWhatIsRemembered() throws JOSEException {
        String token = signed(claims().build());
        verifier.verify(token);
        verifier.verify(token);
        verifier.verify(token);

        assertThat(gets("hit")).isEqualTo(2);
        assertThat(gets("miss")).isEqualTo(1);
        assertThat(gets("error")).isZero();
    }

    private double gets(String result) {
        return meters.get("cache.gets")
                .tag("cache", "verified-tokens")
                .tag("result", result)
                .counter()
                .count();
    }

    @Test
    void refusesATokenThatExpiredAfterItWasRemembered() throws JOSEException {
        String token = signed(claims().build());
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        clock.advance(Duration.ofSeconds(59));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(verifier.verify(token)).isEqualTo(new Refused());
    }

    @Test
    void refusesAnExpiredToken() throws JOSEException {
        JWTClaimsSet expired = claims().expirationTime(Date.from(NOW)).build();
        assertThat(verifier.verify(signed(expired))).isEqualTo(new Refused());
    }

    @Test
    void refusesATokenWithoutSignature() {
        assertRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void refusesAnotherKeyUnderOurName() throws JOSEException {
        String token = signed(claims().build(), JWSAlgorithm.RS256, new RSASSASigner(stranger));
        assertThat(verifier.verify(token)).isEqualTo(new Refused());
    }

    @Test
    void refusesOurPublicKeyUsedAsASecret() throws JOSEException {
        MACSigner signer = new MACSigner(ours.toRSAPublicKey().getEncoded());
        assertRefused(signed(claims().build(), JWSAlgorithm.HS256, signer));
    }

    @Test
    void refusesOtherAlgorithmsOfOurKey() throws JOSEException {
        assertRefused(signed(claims().build(), JWSAlgorithm.RS512, new RSASSASigner(ours)));
        assertRefused(signed(claims().build(), JWSAlgorithm.PS256, new RSASSASigner(ours)));
    }

    @Test
    void refusesAChangedToken() throws JOSEException {
        String token = signed(claims().build());
        String other = signed(claims().subject(UUID.randomUUID().toString()).build());
        String[] parts = token.split("\\.", 3);
        assertRefused(parts[0] + "." + other.split("\\.", 3)[1] + "." + parts[2]);
    }

    @Test
    void refusesAnUnknownKey() throws JOSEException {
        String token = signed(claims().build());
        keys.clear();
        keys.put("newer", ours.toRSAPublicKey());
        assertThat(verifier.verify(token)).isEqualTo(new Refused());
    }

    @Test
    void cannotTellBeforeTheFirstKeys() throws JOSEException {
        keys.clear();
        assertThat(verifier.verify(signed(claims().build()))).isEqualTo(new KeysUnavailable());
    }

    @Test
    void refusesServiceTokensAlsoBeforeTheFirstKeys() throws JOSEException {
        keys.clear();
        assertRefused(signed(claims().build(), JWSAlgorithm.HS256, new MACSigner(new byte[32])));
    }

    @Test
    void refusesTokensMeantForOthers() throws JOSEException {
        assertRefused(signed(claims().issuer("elsewhere").build()));
        assertRefused(signed(claims().issuer(null).build()));
        // The library's own check tests whether our issuer contains theirs.
        assertRefused(signed(claims().issuer("hub").build()));
        assertRefused(signed(claims().issuer("").build()));
        assertRefused(signed(claims().audience("internal").build()));
        assertRefused(signed(claims().audience(List.of()).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "username", "sid", "roles", "exp"})
    void refusesTokensThatLackAClaim(String claim) throws JOSEException {
        assertRefused(signed(claims().claim(claim, null).build()));
    }

    @Test
    void refusesClaimsOfTheWrongForm() throws JOSEException {
        assertRefused(signed(claims().subject("ada").build()));
        assertRefused(signed(claims().claim("roles", "USER").build()));
        assertRefused(signed(claims().claim("username", 7).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "nonsense", "e30.e30.e30", "\0", "👋"})
    void refusesWhatIsNoToken(String token) {
        assertRefused(token);
    }

    @Test
    void refusesEndlessTokens() {
        assertThat(verifier.verify("a".repeat(4_097))).isEqualTo(new Refused());
    }

    private void assertRefused(String token) {
        assertThat(verifier.verify(token)).isInstanceOf(Refused.class);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("socialhub")
                .audience("socialhub")
                .subject(ADA.toString())
                .claim("username", "ada")
                .claim("sid", "session-1")
                .claim("roles", List.of("USER", "ADMIN"))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(ours));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("ours").build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private final class KnownKeys implements VerificationKeys {
        @Override
        public boolean loaded() {
            return !keys.isEmpty();
        }

        @Override
        public @Nullable RSAPublicKey find(String keyId) {
            return keys.get(keyId);
        }

        @Override
        public Set<String> ids() {
            return keys.keySet();
        }
    }
}
