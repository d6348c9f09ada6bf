package dev.socialhub.loadtest.probe.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The statements of a file: each below a line with its name, and before all of them the places in
 * the services' source where they stand as well.
 */
final class Statements {

    private static final String COMMENT = "-- ";
    private static final String SOURCE = COMMENT + "from ";

    private final Map<String, String> texts;

    private Statements(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Those of a probe. */
    static Statements of(String probe) {
        String file = "/sql/" + probe + ".sql";
        try (InputStream in = Statements.class.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return parsed(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Statements parsed(String text) {
        Map<String, String> texts = new LinkedHashMap<>();
        String name = "";
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith(COMMENT)) {
                name = line.startsWith(SOURCE) ? "" : line.substring(COMMENT.length());
            } else if (!line.isEmpty()) {
                texts.merge(name, line, (before, more) -> before + " " + more);
            }
        }
        return new Statements(texts);
    }

    /** By their names, as the source has them, on one line. */
    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /** One of them, its named parameters numbered as the services' library does it. */
    PreparedStatement prepare(Connection connection, String name) throws SQLException {
        String text = Objects.requireNonNull(texts.get(name), name);
        return connection.prepareStatement(text.replaceAll("(?<!:):[a-zA-Z]\\w*", "?"));
    }
}
