package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Maven, which only builds need. */
record MavenCheck(Supplier<Facts> facts) implements Check {
    /**
     * @param maven the executable on the path
     * @param built whether every program is there already
     */
    record Facts(Optional<Path> maven, boolean built) {}

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public Finding examine() {
        Facts now = facts.get();
        String fix = "install Maven 3.8 or later (`apt-get install maven`, `brew install maven`)";
        return now.maven()
                .map(maven -> Finding.ok(maven + " is found"))
                .orElseGet(() ->
                        now.built()
                                ? Finding.warn("not on the path; only builds need it", fix)
                                : Finding.fail("not on the path, and programs must be built", fix));
    }
}
