package dev.socialhub.posts.media.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Signs calls and addresses as Cloudinary's documentation defines it: SHA-1, with the secret last.
 */
final class CloudinarySignature {

    private static final int DELIVERY_LENGTH = 8;

    private final String secret;

    CloudinarySignature(String secret) {
        this.secret = secret;
    }

    /** The signature over the parameters of a call, in the order of their names. */
    String ofCall(Map<String, String> parameters) {
        SortedMap<String, String> sorted = new TreeMap<>(parameters);
        String text =
                sorted.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        return HexFormat.of().formatHex(sha1(text + secret));
    }

    /** The part of a file's address that stands before its name. */
    String ofDelivery(String publicId) {
        String encoded = Base64.getUrlEncoder().encodeToString(sha1(publicId + secret));
        return "s--" + encoded.substring(0, DELIVERY_LENGTH) + "--";
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
