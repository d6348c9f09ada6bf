package dev.socialhub.gateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path template: literals, one-segment variables in braces, and a final "**" for any remaining
 * segments. {@code /api/v1/users/{user}/posts}, {@code /auth/**}.
 */
public record PathPattern(String template, List<String> parts, boolean open) {

    static PathPattern of(String template) {
        List<String> parts = new ArrayList<>(List.of(template.substring(1).split("/")));
        boolean open = parts.getLast().equals("**");
        if (open) {
            parts.removeLast();
        }
        return new PathPattern(template, List.copyOf(parts), open);
    }

    /** Whether the path matches. Allocates nothing: most templates are tried for every request. */
    boolean matches(List<String> segments) {
        if (open ? segments.size() < parts.size() : segments.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (!part.equals(segments.get(i)) && !isVariable(part)) {
                return false;
            }
        }
        return true;
    }

    /** The values of the variables and the rest, in order; empty when the path doesn't match. */
    Optional<List<String>> match(List<String> segments) {
        if (!matches(segments)) {
            return Optional.empty();
        }
        List<String> captured = new ArrayList<>(2);
        for (int i = 0; i < parts.size(); i++) {
            if (isVariable(parts.get(i))) {
                captured.add(segments.get(i));
            }
        }
        captured.addAll(segments.subList(parts.size(), segments.size()));
        return Optional.of(captured);
    }

    /** The segments of this template with its variables and rest filled in. */
    List<String> fill(List<String> captured) {
        List<String> segments = new ArrayList<>(parts.size() + captured.size());
        int next = 0;
        for (String part : parts) {
            segments.add(isVariable(part) ? captured.get(next++) : part);
        }
        if (open) {
            segments.addAll(captured.subList(next, captured.size()));
        }
        return segments;
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }
}
