package dev.socialhub.shared.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;

/**
 * A good signature is RS256, by a key whose id stands in the header and is known here. Algorithm
 * and id are looked at before the keys, so that a service token is refused, and not unknowable,
 * while no keys have arrived.
 */
@Singleton
final class KnownKeySignature implements SignatureConfiguration {

    private final VerificationKeys keys;

    KnownKeySignature(VerificationKeys keys) {
        this.keys = keys;
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "Access tokens are signed with RS256";
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return JWSAlgorithm.RS256.equals(algorithm);
    }

    /**
     * {@inheritDoc}
     *
     * @throws NoKeysYet before the first key set has arrived
     */
    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        String keyId = token.getHeader().getKeyID();
        if (!supports(token.getHeader().getAlgorithm()) || keyId == null) {
            return false;
        }
        RSAPublicKey key = keys.find(keyId);
        if (key == null && !keys.loaded()) {
            throw new NoKeysYet();
        }
        return key != null && token.verify(new RSASSAVerifier(key));
    }

    /** Not a {@link JOSEException}, which the library would take for a bad signature. */
    static final class NoKeysYet extends RuntimeException {

        NoKeysYet() {
            super("no signing keys have arrived yet", null, false, false);
        }
    }
}
