package dev.socialhub.cli.verify;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Tokens that resemble a valid one and must be refused. */
final class ForgedTokens {
    private static final int KEY_BITS = 2048;
    private static final String NO_ALGORITHM = "{\"alg\":\"none\",\"typ\":\"JWT\"}";

    private ForgedTokens() {}

    /** Forgeries by their defect. */
    static Map<String, String> of(String good) {
        try {
            SignedJWT token = SignedJWT.parse(good);
            Map<String, String> forged = new LinkedHashMap<>();
            forged.put("signed by another key", resigned(token));
            forged.put("without algorithm", unsigned(good));
            forged.put("with other claims", changed(token, good));
            return forged;
        } catch (ParseException | JOSEException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("the token of a new account can't be changed", failure);
        }
    }

    private static String resigned(SignedJWT token)
            throws ParseException, JOSEException, NoSuchAlgorithmException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(KEY_BITS);
        SignedJWT forged = new SignedJWT(token.getHeader(), token.getJWTClaimsSet());
        forged.sign(new RSASSASigner(keys.generateKeyPair().getPrivate()));
        return forged.serialize();
    }

    private static String unsigned(String good) {
        return encoded(NO_ALGORITHM) + "." + good.split("\\.", 3)[1] + ".";
    }

    private static String changed(SignedJWT token, String good) throws ParseException {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder(token.getJWTClaimsSet())
                        .subject(UUID.randomUUID().toString())
                        .build();
        String[] parts = good.split("\\.", 3);
        return parts[0] + "." + encoded(claims.toString()) + "." + parts[2];
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
