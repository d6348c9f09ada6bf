package dev.socialhub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A simple name means one thing in the whole project. */
class SimpleNamesTest {

    /** In several services, the one class of that kind which each of them has. */
    private static final Set<String> ONE_IN_EACH_SERVICE = Set.of("SeedController");

    @Test
    void noTwoTypesOfMainCodeShareASimpleName() {
        Map<String, List<Path>> byName =
                SourceFiles.all().stream()
                        .filter(file -> file.toString().contains("/src/main/java/"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .collect(
                                Collectors.groupingBy(
                                        SimpleNamesTest::name, TreeMap::new, Collectors.toList()));
        assertThat(byName).hasSizeGreaterThan(500);

        byName.keySet().removeAll(ONE_IN_EACH_SERVICE);
        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).isEmpty();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }
}
