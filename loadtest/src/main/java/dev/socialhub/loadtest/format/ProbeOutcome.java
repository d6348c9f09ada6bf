package dev.socialhub.loadtest.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file with the results of probes. */
@JsonPropertyOrder({"version", "run", "probes"})
public record ProbeOutcome(int version, String run, List<Figure> probes) {
    /** The version that is written. */
    public static final int VERSION = 1;

    public ProbeOutcome {
        probes = List.copyOf(Objects.requireNonNull(probes, "the outcome has no probes"));
    }

    /**
     * The result of one probe.
     *
     * @param operations that completed
     * @param perSecond operations that completed; null if none did
     * @param cpuMicros that one costs the process in the role of the service; null likewise
     * @param postgresMicros that one costs PostgreSQL; null where it has no part
     * @param skipped why it wasn't measured; null if it was
     */
    @JsonPropertyOrder({
        "probe",
        "operations",
        "perSecond",
        "cpuMicros",
        "postgresMicros",
        "skipped"
    })
    public record Figure(
            String probe,
            long operations,
            @Nullable Double perSecond,
            @Nullable Double cpuMicros,
            @Nullable Double postgresMicros,
            @Nullable String skipped) {
        public Figure {
            Objects.requireNonNull(probe, "a probe has no name");
        }

        /** The result of a probe that wasn't measured. */
        public static Figure skipped(String probe, String reason) {
            return new Figure(probe, 0, null, null, null, reason);
        }
    }
}
