package dev.socialhub.backing.binaries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the native servers; the build fills them in. */
public record Versions(String postgres, String redis) {
    public static Versions current() {
        try (var in = Versions.class.getResourceAsStream("versions.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "versions.properties"));
            return new Versions(
                    properties.getProperty("postgres"), properties.getProperty("redis"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 18} of {@code 18.6.0}: data of another major version can't be opened. */
    public String postgresMajor() {
        return postgres.substring(0, postgres.indexOf('.'));
    }
}
