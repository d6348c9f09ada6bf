package dev.socialhub.cli.load;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.profile.LoadProfiles;
import dev.socialhub.cli.load.result.ResultColumns;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.cli.terminal.Table;
import java.util.List;
import java.util.stream.Collectors;

/** The document of {@code load list}. */
@JsonPropertyOrder({"version", "profiles"})
record ProfileList(int version, List<LoadProfile> profiles) {
    private static final int VERSION = 1;

    ProfileList {
        profiles = List.copyOf(profiles);
    }

    static ProfileList of(LoadProfiles read) {
        return new ProfileList(VERSION, read.profiles());
    }

    String table() {
        Table table =
                new Table()
                        .text("PROFILE")
                        .number("TARGET")
                        .text("GOAL")
                        .text("OFFERED")
                        .text("WHAT");
        for (LoadProfile profile : profiles) {
            table.row(
                    profile.name(),
                    ResultColumns.target(profile.target()),
                    goal(profile),
                    "%s/s for %s"
                            .formatted(
                                    SignificantDigits.given(profile.load().rate()),
                                    profile.load().duration()),
                    profile.says());
        }
        return table.render();
    }

    private static String goal(LoadProfile profile) {
        return profile.goal().isEmpty()
                ? "–"
                : profile.goal().entrySet().stream()
                        .map(goal ->
                                goal.getKey().replace('_', ' ')
                                        + " "
                                        + SignificantDigits.given(goal.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
