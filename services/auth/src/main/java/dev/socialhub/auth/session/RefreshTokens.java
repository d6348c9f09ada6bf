package dev.socialhub.auth.session;

import dev.socialhub.auth.key.SecretKeyBytes;
import io.micronaut.context.annotation.Context;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Refresh tokens are derived, not stored: family (16 bytes), generation (4), and an HMAC-SHA256 of
 * both under a key of the server. Read access to the database is not enough to create one; the
 * server can create the same token again.
 */
@Context
final class RefreshTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NAME_LENGTH = 2 * Long.BYTES + Integer.BYTES;

    private final SecretKey key;

    RefreshTokens(TokenConfiguration configuration) {
        this.key =
                SecretKeyBytes.parse("REFRESH_TOKEN_KEY", configuration.refreshKey())
                        .toKey(ALGORITHM);
    }

    /** The valid refresh token for this generation of this session. */
    String derive(Session session) {
        UUID family = session.family();
        byte[] name =
                ByteBuffer.allocate(NAME_LENGTH)
                        .putLong(family.getMostSignificantBits())
                        .putLong(family.getLeastSignificantBits())
                        .putInt(session.generation())
                        .array();
        byte[] proof = hmac(name);
        byte[] token = ByteBuffer.allocate(name.length + proof.length).put(name).put(proof).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private byte[] hmac(byte[] name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(name);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }
}
