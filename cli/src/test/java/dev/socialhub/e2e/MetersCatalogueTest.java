package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.e2e.MetersCatalogue.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue's consistency, and that of documents that mention meters. */
class MetersCatalogueTest {

    private static final Set<String> SERVICES = Set.copyOf(ServiceNames.all());

    /** Tags that distinguish users, posts or requests would make a series for each. */
    private static final Set<String> TAGS =
            Set.of(
                    "action",
                    "area",
                    "cache",
                    "cause",
                    "change",
                    "class",
                    "dependency",
                    "direction",
                    "event",
                    "exception",
                    "gc",
                    "group",
                    "id",
                    "kind",
                    "level",
                    "method",
                    "name",
                    "pool",
                    "provider",
                    "reason",
                    "result",
                    "state",
                    "status",
                    "topic",
                    "transport",
                    "type",
                    "upstream",
                    "uri",
                    "visibility");

    private static final Pattern NAMED = Pattern.compile("`([a-z]+(?:_[a-z0-9]+)+)`");

    private final MetersCatalogue catalogue = MetersCatalogue.read();

    @Test
    void everyEntryIsWhole() {
        assertThat(catalogue.entries()).extracting(Entry::name).doesNotHaveDuplicates();
        assertThat(catalogue.entries())
                .allSatisfy(entry -> {
                    assertThat(entry.name()).matches("[a-z][a-z0-9_]*");
                    assertThat(entry.samples()).isNotEmpty();
                    assertThat(entry.name().endsWith("_total"))
                            .as(entry.name() + " is a counter")
                            .isEqualTo(entry.kind().equals("counter"));
                    assertThat(entry.unit()).isNotBlank();
                    assertThat(entry.services()).isNotEmpty().isSubsetOf(SERVICES);
                    assertThat(entry.tags()).isSubsetOf(TAGS);
                    assertThat(entry.says()).matches("[A-Z].*\\.");
                });
    }

    @Test
    void theReadmeNamesOnlyMetersThatExist() throws IOException {
        String readme = Files.readString(Path.of("..", "observability/README.md"));
        Set<String> known = new TreeSet<>();
        for (Entry entry : catalogue.entries()) {
            known.add(entry.name());
            known.addAll(entry.samples());
        }
        List<String> named = NAMED.matcher(readme).results().map(match -> match.group(1)).toList();
        assertThat(named).isNotEmpty();
        assertThat(named.stream().filter(name -> !known.contains(name)).collect(Collectors.toSet()))
                .isEmpty();
    }
}
