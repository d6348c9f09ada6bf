package dev.socialhub.cli.context;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.socialhub.cli.check.ShellText;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operator's own file of platforms that run elsewhere. It may hold keys, so only its owner may
 * read it.
 */
record ContextsFile(Path path, Map<String, RemoteContext> contexts) {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    ContextsFile {
        contexts = Map.copyOf(contexts);
    }

    /**
     * A platform that runs elsewhere.
     *
     * @param gateway the address for its clients
     * @param services where the instances of each service answer; the first that answers is asked
     * @param kafka settings of a Kafka client, by Kafka's names
     * @param serviceTokenKey base64 of the key by which services authenticate each other
     * @param serviceTokenKeyVariable the variable that holds the key instead
     */
    record RemoteContext(
            URI gateway,
            Map<String, List<URI>> services,
            Map<String, String> kafka,
            @Nullable String serviceTokenKey,
            @Nullable String serviceTokenKeyVariable) {
        @JsonCreator
        RemoteContext(
                @JsonProperty(value = "gateway", required = true) URI gateway,
                @JsonProperty(value = "services", required = true) Map<String, List<URI>> services,
                @JsonProperty(value = "kafka", required = true) Map<String, String> kafka,
                @JsonProperty("serviceTokenKey") @Nullable String serviceTokenKey,
                @JsonProperty("serviceTokenKeyVariable") @Nullable String serviceTokenKeyVariable) {
            this.gateway = gateway;
            this.services = new TreeMap<>(services);
            this.kafka = Map.copyOf(kafka);
            this.serviceTokenKey = serviceTokenKey;
            this.serviceTokenKeyVariable = serviceTokenKeyVariable;
            if (!kafka.containsKey("bootstrap.servers")) {
                throw new IllegalArgumentException("kafka has no bootstrap.servers");
            }
            services.forEach((name, instances) -> {
                if (instances.isEmpty()) {
                    throw new IllegalArgumentException("service " + name + " has no address");
                }
            });
        }

        /** Without the key, which must not be logged. */
        @Override
        public String toString() {
            return "RemoteContext[" + gateway + "]";
        }
    }

    /** Reads the file of that path; a missing file counts as empty. */
    static ContextsFile read(Path path) {
        if (!Files.exists(path)) {
            return new ContextsFile(path, Map.of());
        }
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
            if (rights.stream().anyMatch(OTHERS::contains)) {
                throw new OperatorError(
                        ExitCode.REFUSED,
                        path + " may contain keys, and other users can read or write it",
                        "chmod 600 " + ShellText.word(path));
            }
            Contents contents =
                    YAMLMapper.builder()
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build()
                            .readValue(path.toFile(), Contents.class);
            return new ContextsFile(path, contents.contexts());
        } catch (JacksonException malformed) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    path + " is invalid (" + place(malformed) + ")",
                    "`socialhubctl context list --help` shows its format",
                    malformed);
        } catch (IOException unreadable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    path + " can't be read",
                    "give its owner the right to read it",
                    unreadable);
        }
    }

    /** Where reading failed and what was expected; never the text of the file, which holds keys. */
    private static String place(JacksonException malformed) {
        String where =
                malformed.getLocation() == null
                        ? ""
                        : "line " + malformed.getLocation().getLineNr() + ": ";
        String what =
                malformed.getCause() instanceof IllegalArgumentException reason
                        ? String.valueOf(reason.getMessage())
                        : malformed.getClass().getSimpleName();
        return where + what;
    }

    /** What the file holds. */
    record Contents(Map<String, RemoteContext> contexts) {
        @JsonCreator
        Contents(
                @JsonProperty(value = "contexts", required = true)
                        Map<String, RemoteContext> contexts) {
            this.contexts = new TreeMap<>(contexts);
        }
    }
}
