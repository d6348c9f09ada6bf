package dev.socialhub.posts.media;

import dev.socialhub.contracts.post.Visibility;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the addresses of files, and checks them. Files of public posts need no signature. All
 * others are signed, since a browser sends no token for a picture in a page. An address is valid
 * for one to two hours, until a full hour, so that it stays the same for an hour and can be cached.
 */
@Singleton
public final class MediaUrls {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** Separates this use of the secret from others that it may get. */
    private static final String PURPOSE = "media-url";

    private final SecretKeySpec key;
    private final String cdn;
    private final Clock clock;

    public MediaUrls(
            @Value("${posts.media.url-key}") String secret,
            @Value("${posts.media.cdn-base-url}") String cdn,
            Clock clock) {
        this.key =
                new SecretKeySpec(
                        hmac(new SecretKeySpec(decoded(secret), ALGORITHM), PURPOSE), ALGORITHM);
        this.cdn = cdn.endsWith("/") ? cdn.substring(0, cdn.length() - 1) : cdn;
        this.clock = clock;
    }

    private static byte[] decoded(String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "MEDIA_URL_KEY must be set to base64 of 32 random bytes (openssl rand -base64"
                            + " 32)");
        }
        return bytes;
    }

    /** The addresses of a post's media. */
    public PostMediaView inPost(AttachedMedia media, Visibility visibility) {
        boolean isPublic = visibility == Visibility.PUBLIC;
        return new PostMediaView(
                media.id(),
                url(media.id(), MediaVariant.ORIGINAL, isPublic),
                media.preview() ? url(media.id(), MediaVariant.SMALL, isPublic) : null,
                media.preview() ? url(media.id(), MediaVariant.LARGE, isPublic) : null,
                media.type(),
                media.width(),
                media.height(),
                media.alt());
    }

    String url(UUID id, MediaVariant variant, boolean isPublic) {
        String path = "/api/v1/media/" + id + "/" + variant.wireName();
        if (isPublic) {
            return cdn + path;
        }
        long expires = clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond() + 2 * 3_600;
        return path + "?expires=" + expires + "&signature=" + signature(id, variant, expires);
    }

    /** Whether an address is one that {@link #url} made, and is still valid. */
    boolean isValid(
            UUID id, MediaVariant variant, @Nullable Long expires, @Nullable String signature) {
        return expires != null
                && signature != null
                && clock.instant().getEpochSecond() < expires
                && MessageDigest.isEqual(
                        signature(id, variant, expires).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(UUID id, MediaVariant variant, long expires) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(key, variant.key(id) + " " + expires));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
