package dev.socialhub.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForgedTokensTest {
    @Test
    void everyForgeryReadsAsATokenAndNoneIsSignedByItsKey() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        KeyPair pair = keys.generateKeyPair();
        SignedJWT good =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                        new JWTClaimsSet.Builder().subject("john").issuer("socialhub").build());
        good.sign(new RSASSASigner(pair.getPrivate()));
        RSASSAVerifier verifier = new RSASSAVerifier((RSAPublicKey) pair.getPublic());

        Map<String, String> forged = ForgedTokens.of(good.serialize());
        assertThat(forged).hasSize(3);
        SignedJWT other = SignedJWT.parse(forged.get("signed by another key"));
        assertThat(other.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(other.getJWTClaimsSet().getSubject()).isEqualTo("john");
        assertThat(other.verify(verifier)).isFalse();
        SignedJWT changed = SignedJWT.parse(forged.get("with other claims"));
        assertThat(changed.getJWTClaimsSet().getSubject()).isNotEqualTo("john");
        assertThat(changed.getJWTClaimsSet().getIssuer()).isEqualTo("socialhub");
        assertThat(changed.verify(verifier)).isFalse();
        assertThat(JWTParser.parse(forged.get("without algorithm"))).isInstanceOf(PlainJWT.class);
    }
}
