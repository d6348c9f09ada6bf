package dev.socialhub.cli.support;

import dev.socialhub.cli.config.Secrecy;
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
 * Replaces every known secret wherever it stands, and what looks like a token or a login in an
 * address. What is secret is told by {@code secrets.env} and by the names of variables.
 */
final class Redaction {
    /** A shorter value would be found in innocent words, and isn't worth being called a secret. */
    private static final int SHORTEST = 6;

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
     * For all secrets that can be known.
     *
     * @param file {@code secrets.env}, whether it is there or not
     * @throws IOException if it is there and can't be read: then nothing may be given away
     */
    static Redaction of(Path file, Map<String, String> environment) throws IOException {
        Set<String> secrets = new HashSet<>();
        environment.forEach((name, value) -> {
            if (Secrecy.isSecret(name)) {
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
        secrets.removeIf(value -> value.length() < SHORTEST);
        return new Redaction(secrets);
    }

    /** The text without what is secret in it. */
    String of(String text) {
        String clean = text;
        for (String secret : secrets) {
            int at = clean.indexOf(secret);
            while (at >= 0) {
                replaced++;
                at = clean.indexOf(secret, at + secret.length());
            }
            clean = clean.replace(secret, Secrecy.MASK);
        }
        clean = counted(TOKEN.matcher(clean), Secrecy.MASK);
        return counted(USER_INFO.matcher(clean), Secrecy.MASK + "@");
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

    /** As it is, and as addresses and JSON write it. */
    private static Stream<String> forms(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.replace("/", "\\/"),
                secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
