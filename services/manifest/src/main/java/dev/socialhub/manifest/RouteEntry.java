package dev.socialhub.manifest;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Paths of a service that clients may call.
 *
 * @param methods the methods; empty for any
 * @param path literals, one-segment variables in braces, and a final {@code **} for any remaining
 *     segments
 * @param bodyBytes the largest body
 * @param filesBytes the largest body of a form with files
 * @param upgrade what a connection may switch to
 */
public record RouteEntry(
        Set<String> methods,
        String path,
        RouteAccess access,
        long bodyBytes,
        long filesBytes,
        RouteClass routeClass,
        RouteUpgrade upgrade) {
    private static final String REST = "**";

    public RouteEntry {
        methods = Set.copyOf(methods);
    }

    /** Whether it stands for every path that begins like it. */
    boolean isPrefix() {
        return path.endsWith("/" + REST);
    }

    /** Whether the same request could take either, and neither is more specific. */
    boolean isRivalOf(RouteEntry other) {
        return shape().equals(other.shape())
                && (methods.isEmpty() == other.methods.isEmpty())
                && (methods.isEmpty() || !Collections.disjoint(methods, other.methods));
    }

    /** Whether this prefix contains that one. */
    boolean contains(RouteEntry other) {
        List<String> mine = shape();
        List<String> others = other.shape();
        return isPrefix()
                && other.isPrefix()
                && mine.size() <= others.size()
                && mine.subList(0, mine.size() - 1).equals(others.subList(0, mine.size() - 1));
    }

    /**
     * The order in which routes are tried, the most specific first: a literal before a variable, a
     * variable before the rest, named methods before any.
     */
    static int compare(RouteEntry one, RouteEntry other) {
        List<String> mine = one.shape();
        List<String> others = other.shape();
        for (int i = 0; i < Math.min(mine.size(), others.size()); i++) {
            int byPart = Integer.compare(rank(mine.get(i)), rank(others.get(i)));
            if (byPart != 0) {
                return byPart;
            }
        }
        int byLength = Integer.compare(mine.size(), others.size());
        return byLength != 0
                ? byLength
                : Boolean.compare(one.methods.isEmpty(), other.methods.isEmpty());
    }

    /** Its segments, where all variables look alike. */
    private List<String> shape() {
        return List.of(path.substring(1).split("/")).stream()
                .map(part -> part.startsWith("{") ? "{}" : part)
                .toList();
    }

    private static int rank(String part) {
        return switch (part) {
            case REST -> 2;
            case "{}" -> 1;
            default -> 0;
        };
    }

    @Override
    public String toString() {
        return methods.isEmpty()
                ? path
                : String.join("|", methods.stream().sorted().toList()) + " " + path;
    }
}
