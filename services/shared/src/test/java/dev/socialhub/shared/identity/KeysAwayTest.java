package dev.socialhub.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.socialhub.shared.testing.TryServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service whose auth has not answered yet. */
class KeysAwayTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = TryServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void asksToComeBackWithATokenThatCannotBeJudgedYet() throws Exception {
        JWSSigner signer = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        HttpResponse<String> answer = get(token(JWSAlgorithm.RS256, signer));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.body()).contains("urn:socialhub:problem:unavailable");
    }

    @Test
    void refusesWhatNoKeyCouldMakeGood() throws Exception {
        String other = token(JWSAlgorithm.HS256, new MACSigner(new byte[32]));
        assertThat(get(other).statusCode()).isEqualTo(401);
        assertThat(get("nonsense").statusCode()).isEqualTo(401);
    }

    private static String token(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(algorithm).keyID("k").build();
        SignedJWT token =
                new SignedJWT(header, new JWTClaimsSet.Builder().issuer("socialhub").build());
        token.sign(signer);
        return token.serialize();
    }

    private static HttpResponse<String> get(String token) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(server.getURI().resolve("/try/secured"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }
}
