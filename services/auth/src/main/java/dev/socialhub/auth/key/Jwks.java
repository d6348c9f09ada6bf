package dev.socialhub.auth.key;

import com.nimbusds.jose.jwk.RSAKey;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A key set in the format of RFC 7517; public parts only. */
@Serdeable
record Jwks(List<Jwk> keys) {

    Jwks {
        keys = List.copyOf(keys);
    }

    static Jwks of(List<RSAKey> keys) {
        return new Jwks(keys.stream().map(Jwk::of).toList());
    }

    /** One RSA public key. */
    @Serdeable
    record Jwk(String kty, String use, String alg, String kid, String n, String e) {

        static Jwk of(RSAKey key) {
            return new Jwk(
                    key.getKeyType().getValue(),
                    key.getKeyUse().identifier(),
                    key.getAlgorithm().getName(),
                    key.getKeyID(),
                    key.getModulus().toString(),
                    key.getPublicExponent().toString());
        }
    }
}
