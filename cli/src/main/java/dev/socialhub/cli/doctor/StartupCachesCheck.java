package dev.socialhub.cli.doctor;

import dev.socialhub.cli.aot.StartupCache.State;
import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether programs start with valid start-up caches, and so as fast as they could. */
record StartupCachesCheck(Supplier<PlatformFacts.StartupCaches> facts) implements Check {
    @Override
    public String name() {
        return "start-up-caches";
    }

    @Override
    public Finding examine() {
        PlatformFacts.StartupCaches now = facts.get();
        if (!now.on()) {
            return Finding.ok("switched off");
        }
        if (now.beingMade()) {
            return Finding.ok("being made in the background, see logs/aot.out");
        }
        String broken =
                Stream.of(named(now.states(), State.stale), named(now.states(), State.damaged))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
        if (!broken.isEmpty()) {
            return Finding.fail(broken, "`socialhubctl up --detach` makes them again");
        }
        String missing = named(now.states(), State.missing);
        return missing.isEmpty()
                ? Finding.ok("one for each of " + String.join(", ", now.states().keySet()))
                : Finding.warn(
                        missing + ": starting takes longer than it could",
                        "`socialhubctl up --detach` makes them in the background");
    }

    private static String named(Map<String, State> states, State state) {
        List<String> programs =
                states.entrySet().stream()
                        .filter(program -> program.getValue() == state)
                        .map(Map.Entry::getKey)
                        .toList();
        return programs.isEmpty() ? "" : state + " for " + String.join(", ", programs);
    }
}
