package dev.socialhub.shared.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code that every service depends on stays small enough to be read in an afternoon. */
class KitBudgetTest {

    /** Tests run in their module's folder. */
    private static final Path SERVICES = Path.of("..");

    @ParameterizedTest
    @CsvSource({"shared, 3400", "messaging, 2000", "ops, 1900", "people, 1200", "mongo, 500"})
    void holds(String module, int budget) throws IOException {
        int lines = LinesOfCode.below(SERVICES.resolve(module).resolve("src/main/java"));

        assertThat(lines)
                .as(
                        "services/%s has %d lines of code and may have %d. Move what fewer than"
                                + " three services use into the one that needs it, or take out what"
                                + " none does; raise the number only with a reason in"
                                + " services/%s/RATIONALE.md",
                        module, lines, budget, module)
                .isPositive()
                .isLessThanOrEqualTo(budget);
    }

    @Test
    void countsOnlyWhatDoesSomething() {
        List<String> lines =
                List.of(
                        "package a;",
                        "import b.C;",
                        "",
                        "/** One line. */",
                        "class D {",
                        "    /*",
                        "     * Several.",
                        "     */",
                        "    int e; // said",
                        "    // nothing",
                        "}");

        assertThat(LinesOfCode.in(lines)).isEqualTo(3);
    }
}
