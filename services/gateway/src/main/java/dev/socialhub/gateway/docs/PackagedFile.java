package dev.socialhub.gateway.docs;

import dev.socialhub.gateway.answer.Answer;
import dev.socialhub.gateway.page.OwnPage;
import dev.socialhub.gateway.page.PageClient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A file that is packaged with this program. Clients that have its current version get 304. */
final class PackagedFile implements OwnPage {

    private final String mediaType;
    private final byte[] content;
    private final String version;
    private final Map<String, String> headers;

    /**
     * Creates it.
     *
     * @param headers all headers but the type and those that name the version
     */
    PackagedFile(String mediaType, byte[] content, Map<String, String> headers) {
        this.mediaType = mediaType;
        this.content = content;
        this.version = "\"" + digest(content) + "\"";
        this.headers = new HashMap<>(headers);
        this.headers.put("ETag", version);
        this.headers.put("X-Content-Type-Options", "nosniff");
        this.headers.put("Referrer-Policy", "no-referrer");
    }

    @Override
    public Answer shownTo(PageClient visitor) {
        return isKnown(visitor.knownVersions())
                ? Answer.empty(304, headers)
                : new Answer(200, mediaType, content, headers);
    }

    /** Reads the values of If-None-Match (RFC 9110, 13.1.2), which compare weakly. */
    private boolean isKnown(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(version));
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
