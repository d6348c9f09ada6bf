package dev.socialhub.gateway.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The target of a request in its single normal form: no dot segments, no empty segments, no
 * trailing slash, nothing percent-encoded unnecessarily. A target that a service could read as a
 * different path is refused, so that no spelling reaches a path that is not routed.
 *
 * @param segments the path's segments, still percent-encoded where necessary
 * @param query the raw query without its question mark; empty when there is none
 */
public record RequestTarget(List<String> segments, String query) {

    private static final String HEX = "0123456789ABCDEF";
    private static final String ENCODED_IN_PATH = "\"<>[]^`{|}";
    private static final String ENCODED_IN_QUERY = "\"<>\\^`{|}";

    /** Characters that a path's segment keeps as they are; almost all paths have no others. */
    private static final boolean[] PLAIN_IN_PATH = plain(ENCODED_IN_PATH);

    private static final boolean[] PLAIN_IN_QUERY = plain(ENCODED_IN_QUERY);

    public RequestTarget {
        segments = List.copyOf(segments);
    }

    /** The path: "/" and the segments. */
    public String path() {
        return "/" + String.join("/", segments);
    }

    /** The decoded values of a parameter of the query, in their order. */
    public List<String> parameters(String name) {
        List<String> values = new ArrayList<>(1);
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (decoded(key).equals(name)) {
                values.add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Parses a request line's target; empty when it is malformed or ambiguous. */
    public static Optional<RequestTarget> parse(String uri) {
        String target = withoutAuthority(uri);
        if (!target.startsWith("/")) {
            return Optional.empty();
        }
        int question = target.indexOf('?');
        String rawPath = question < 0 ? target : target.substring(0, question);
        String rawQuery = question < 0 ? "" : target.substring(question + 1);
        try {
            return Optional.of(new RequestTarget(segmentsOf(rawPath), queryOf(rawQuery)));
        } catch (MalformedTarget malformed) {
            return Optional.empty();
        }
    }

    /**
     * A proxy's clients may send "GET http://host/path"; the Host header contains the host as well.
     */
    private static String withoutAuthority(String uri) {
        if (uri.startsWith("/")) {
            return uri;
        }
        for (String scheme : List.of("http://", "https://")) {
            if (uri.regionMatches(true, 0, scheme, 0, scheme.length())) {
                int path = uri.indexOf('/', scheme.length());
                return path < 0 ? "/" : uri.substring(path);
            }
        }
        return uri;
    }

    private static List<String> segmentsOf(String rawPath) throws MalformedTarget {
        List<String> segments = new ArrayList<>(8);
        for (int start = 0, end; start < rawPath.length(); start = end + 1) {
            end = rawPath.indexOf('/', start);
            end = end < 0 ? rawPath.length() : end;
            if (start == end) {
                continue;
            }
            String segment = normalSegment(rawPath.substring(start, end));
            if (segment.equals(".") || segment.equals("..")) {
                throw new MalformedTarget();
            }
            segments.add(segment);
        }
        return segments;
    }

    private static String normalSegment(String raw) throws MalformedTarget {
        if (isPlain(raw, PLAIN_IN_PATH)) {
            return raw;
        }
        StringBuilder normal = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                char decoded = decode(raw, i);
                // A slash, a backslash or a control character inside a segment can only be an
                // attack.
                if (decoded == '/' || decoded == '\\' || isControl(decoded)) {
                    throw new MalformedTarget();
                }
                if (isUnreserved(decoded)) {
                    normal.append(decoded);
                } else {
                    encode(normal, decoded);
                }
                i += 2;
            } else if (c == '\\') {
                throw new MalformedTarget();
            } else {
                appendRaw(normal, c, ENCODED_IN_PATH);
            }
        }
        return normal.toString();
    }

    private static String queryOf(String raw) throws MalformedTarget {
        if (isPlain(raw, PLAIN_IN_QUERY)) {
            return raw;
        }
        StringBuilder query = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                decode(raw, i);
            }
            appendRaw(query, c, ENCODED_IN_QUERY);
        }
        return query.toString();
    }

    private static boolean[] plain(String encoded) {
        boolean[] plain = new boolean[0x7F];
        for (char c = 0x21; c < plain.length; c++) {
            plain[c] = encoded.indexOf(c) < 0 && "%#\\".indexOf(c) < 0;
        }
        return plain;
    }

    private static boolean isPlain(String raw, boolean[] plain) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= plain.length || !plain[c]) {
                return false;
            }
        }
        return true;
    }

    /** Encodes characters that careless clients leave unencoded: services parse URIs strictly. */
    private static void appendRaw(StringBuilder out, char c, String toEncode)
            throws MalformedTarget {
        if (c == '#' || c == ' ' || isControl(c) || c > 0xFF) {
            throw new MalformedTarget();
        }
        if (c > 0x7F || toEncode.indexOf(c) >= 0) {
            encode(out, c);
        } else {
            out.append(c);
        }
    }

    private static char decode(String raw, int percent) throws MalformedTarget {
        if (percent + 2 >= raw.length()) {
            throw new MalformedTarget();
        }
        int high = Character.digit(raw.charAt(percent + 1), 16);
        int low = Character.digit(raw.charAt(percent + 2), 16);
        if (high < 0 || low < 0) {
            throw new MalformedTarget();
        }
        return (char) (high << 4 | low);
    }

    private static void encode(StringBuilder out, char octet) {
        out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
    }

    private static boolean isControl(char c) {
        return c < 0x20 || c == 0x7F;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    /** Control flow inside the parser; has no stack trace because any caller can trigger it. */
    private static final class MalformedTarget extends Exception {
        MalformedTarget() {
            super(null, null, false, false);
        }
    }
}
