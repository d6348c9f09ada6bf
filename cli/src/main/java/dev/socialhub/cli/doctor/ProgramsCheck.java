package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The programs that a build produces. */
record ProgramsCheck(Path dist, Supplier<Facts> facts) implements Check {
    /**
     * @param missing programs that don't exist
     * @param buildable whether the next {@code up} may and can build them
     */
    record Facts(List<Path> missing, boolean buildable) {
        Facts {
            missing = List.copyOf(missing);
        }
    }

    @Override
    public String name() {
        return "programs";
    }

    @Override
    public Finding examine() {
        Facts now = facts.get();
        if (now.missing().isEmpty()) {
            return Finding.ok("all are built in " + dist);
        }
        String found =
                now.missing().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", ", "not built in " + dist + ": ", ""));
        return now.buildable()
                ? Finding.warn(found, "the next `socialhubctl up` builds them")
                : Finding.fail(found, "build them with `mvn -DskipTests package`");
    }
}
