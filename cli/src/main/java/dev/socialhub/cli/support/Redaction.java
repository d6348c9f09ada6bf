package dev.socialhub.cli.support;

import dev.socialhub.cli.config.SecretSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces every known secret wherever it occurs, and whatever looks like a token or like a login
 * in an address. Secrets are known from {@code secrets.env} and from the names of variables.
 */
final class Redaction {
    /** A shorter value would be found in ordinary words, and is too short for a secret. */
    private static final int MIN_LENGTH = 6;

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s\"']+@");

    private final List<String> secrets;
    private int replaced;

    private Redaction(Set<String> secrets) {
        // The longest first: one may be the beginning of another.
        this.secrets =
                secrets.stream()
                        .flatMap(Redaction::forms)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /**
     * For all known secrets.
     *
     * @param file {@code secrets.env}, whether it exists or not
     * @throws IOException if it exists and can't be read: then no text may be passed on
     */
    static Redaction of(Path file, Map<String, String> environment) throws IOException {
        Set<String> secrets = new HashSet<>();
        environment.forEach((name, value) -> {
            if (SecretSettings.isSecret(name)) {
                secrets.add(value.strip());
            }
        });
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    secrets.add(line.substring(equals + 1).strip());
                }
            }
        }
        secrets.removeIf(value -> value.length() < MIN_LENGTH);
        return new Redaction(secrets);
    }

    /** The text with its secrets masked. */
    String of(String text) {
        String clean = text;
        for (String secret : secrets) {
            int at = clean.indexOf(secret);
            while (at >= 0) {
                replaced++;
                at = clean.indexOf(secret, at + secret.length());
            }
            clean = clean.replace(secret, SecretSettings.MASK);
        }
        clean = counted(TOKEN.matcher(clean), SecretSettings.MASK);
        return counted(USER_INFO.matcher(clean), SecretSettings.MASK + "@");
    }

    /** How many places were masked. */
    int replaced() {
        return replaced;
    }

    private String counted(Matcher found, String mask) {
        return found.replaceAll(_ -> {
            replaced++;
            return Matcher.quoteReplacement(mask);
        });
    }

    /** The secret as it is, and in the forms that addresses and JSON have. */
    private static Stream<String> forms(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.replace("/", "\\/"),
                secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
