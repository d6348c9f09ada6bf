package dev.socialhub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Operators find each setting, with its default, in a file of settings. */
class SettingsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.-]+)[:}]");

    /** A map of names that the manifest fills. */
    private static final String ADDRESSES = "gateway.backends";

    @Test
    void everySettingHasALineInAFile() throws IOException {
        Set<String> read = keysThatClassesRead();
        Set<String> unlisted = new TreeSet<>(read);
        unlisted.removeAll(keysInFiles());
        unlisted.remove(ADDRESSES);

        assertThat(read).hasSizeGreaterThan(50);
        assertThat(unlisted)
                .as(
                        "settings without a line in application.yml of the service, or in defaults/"
                                + " of shared or messaging")
                .isEmpty();
    }

    private static Set<String> keysThatClassesRead() {
        Set<String> keys = new HashSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("dev.socialhub")) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                addComponents(type.reflect(), keys);
            }
            if (type.getConstructors().stream()
                    .flatMap(constructor -> constructor.getParameters().stream())
                    .anyMatch(parameter -> parameter.isAnnotatedWith(Value.class))) {
                addParameters(type.reflect(), keys);
            }
        }
        return keys;
    }

    private static void addComponents(Class<?> type, Set<String> keys) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            return;
        }
        for (RecordComponent component : components) {
            if (!component.getType().isAnnotationPresent(ConfigurationProperties.class)) {
                keys.add(prefix(type) + NameUtils.hyphenate(component.getName()));
            }
        }
    }

    private static String prefix(@Nullable Class<?> type) {
        ConfigurationProperties properties =
                type == null ? null : type.getAnnotation(ConfigurationProperties.class);
        return type == null || properties == null
                ? ""
                : prefix(type.getEnclosingClass()) + properties.value() + ".";
    }

    private static void addParameters(Class<?> type, Set<String> keys) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                Value value = parameter.getAnnotation(Value.class);
                Matcher placeholder = PLACEHOLDER.matcher(value == null ? "" : value.value());
                if (placeholder.find()) {
                    keys.add(placeholder.group(1));
                }
            }
        }
    }

    private static Set<String> keysInFiles() throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path file : files()) {
            add("", new Yaml().load(Files.readString(file)), keys);
        }
        return keys;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path module : entries(SourceFiles.ROOT.resolve("services"))) {
            Path resources = module.resolve("src/main/resources");
            files.add(resources.resolve("application.yml"));
            files.addAll(entries(resources.resolve("defaults")));
        }
        return files.stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void add(String key, @Nullable Object value, Set<String> keys) {
        keys.add(key);
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (name, part) -> add(key.isEmpty() ? name + "" : key + "." + name, part, keys));
        }
    }
}
