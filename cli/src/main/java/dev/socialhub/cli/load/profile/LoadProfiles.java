package dev.socialhub.cli.load.profile;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** All kinds of load, as the build has packaged them. */
public record LoadProfiles(int version, List<LoadProfile> profiles, List<Probe> probes) {
    private static final String FILE = "targets.yml";
    private static final int VERSION = 1;

    public LoadProfiles {
        profiles = List.copyOf(Objects.requireNonNull(profiles, "the file has no profiles"));
        // A value that isn't in the file is null here.
        probes = probes == null ? List.of() : List.copyOf(probes);
    }

    /**
     * A probe, which measures the least that something could cost.
     *
     * @param says what it does
     */
    public record Probe(@JsonAlias("probe") String name, String says) {
        public Probe {
            Objects.requireNonNull(name, "a probe has no name");
            Objects.requireNonNull(says, name + " has no `says`");
        }
    }

    /**
     * Reads them.
     *
     * @param dist the folder of the programs
     * @throws OperatorError if the files don't exist
     */
    public static LoadProfiles read(Path dist) {
        Path file = dist.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    file + " is missing",
                    "build it with `mvn -DskipTests package`");
        }
        try {
            LoadProfiles read =
                    YAMLMapper.builder()
                            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build()
                            .readValue(file.toFile(), LoadProfiles.class);
            if (read.version != VERSION) {
                throw new IOException("unsupported version");
            }
            return read;
        } catch (IOException malformed) {
            String where =
                    malformed instanceof JacksonException json && json.getLocation() != null
                            ? " (line " + json.getLocation().getLineNr() + ")"
                            : "";
            throw new OperatorError(
                    ExitCode.FAILED,
                    file + " can't be parsed" + where,
                    "build it again with `mvn -DskipTests package`",
                    malformed);
        }
    }

    /**
     * The profile of that name.
     *
     * @throws OperatorError (not found) if there is none
     */
    public LoadProfile named(String name) {
        return profiles.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.NOT_FOUND,
                                "there is no profile '" + Printable.line(name, 60) + "'",
                                "choose from "
                                        + String.join(
                                                ", ",
                                                profiles.stream()
                                                        .map(LoadProfile::name)
                                                        .toList())));
    }

    /**
     * The probe of that name.
     *
     * @throws OperatorError (not found) if there is none
     */
    public Probe probe(String name) {
        return probes.stream()
                .filter(probe -> probe.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.NOT_FOUND,
                                "there is no probe '" + Printable.line(name, 60) + "'",
                                "choose from "
                                        + String.join(
                                                ", ", probes.stream().map(Probe::name).toList())));
    }
}
