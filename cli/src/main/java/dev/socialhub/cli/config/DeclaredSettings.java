package dev.socialhub.cli.config;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads a service's settings from the {@code application.yml} in its jar: each {@code
 * ${NAME:default}} with the comment above it. So there is no second list of settings to maintain.
 */
final class DeclaredSettings {
    private static final String FILE = "application.yml";
    private static final Pattern COMMENT = Pattern.compile("\\s*# ?(.*)");
    private static final Pattern KEY = Pattern.compile("(\\s*)[\\w-]+:.*");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::(?:`([^`]*)`|([^}]*)))?\\}");

    private DeclaredSettings() {}

    /**
     * The settings of a program, in the order of its file, then those of its log.
     *
     * @param dist where the build has left the program
     * @throws OperatorError if it isn't built
     */
    static List<DeclaredSetting> of(Path dist, String service) {
        Path jar = dist.resolve(service + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    jar + " is missing",
                    "build it with `mvn -DskipTests package`");
        }
        try (JarFile program = new JarFile(jar.toFile(), false)) {
            ZipEntry entry = program.getEntry(FILE);
            if (entry == null) {
                throw damaged(jar, null);
            }
            try (InputStream file = program.getInputStream(entry)) {
                List<DeclaredSetting> all =
                        new ArrayList<>(
                                parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
                all.addAll(DeclaredSetting.LOG_SETTINGS);
                return all;
            }
        } catch (IOException unreadable) {
            throw damaged(jar, unreadable);
        }
    }

    /** Each variable once, where it is first used. A comment also applies to the keys beside it. */
    static List<DeclaredSetting> parse(String yaml) {
        Map<String, DeclaredSetting> found = new LinkedHashMap<>();
        String meaning = "";
        int depth = -1;
        boolean afterComment = false;
        for (String line : yaml.lines().toList()) {
            Matcher comment = COMMENT.matcher(line);
            if (comment.matches()) {
                meaning = afterComment ? meaning + " " + comment.group(1) : comment.group(1);
                depth = indent(line);
                afterComment = true;
                continue;
            }
            afterComment = false;
            if (!KEY.matcher(line).matches()) {
                continue;
            }
            if (indent(line) != depth) {
                meaning = "";
                depth = indent(line);
            }
            Matcher variable = VARIABLE.matcher(line);
            while (variable.find()) {
                String quoted = variable.group(2);
                DeclaredSetting one =
                        new DeclaredSetting(
                                variable.group(1),
                                quoted == null ? variable.group(3) : quoted,
                                meaning);
                found.putIfAbsent(one.name(), one);
            }
        }
        return List.copyOf(found.values());
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static OperatorError damaged(Path jar, @Nullable Exception cause) {
        return new OperatorError(
                ExitCode.FAILED,
                jar + " can't be read",
                "build it again with `mvn -DskipTests package`",
                cause);
    }
}
