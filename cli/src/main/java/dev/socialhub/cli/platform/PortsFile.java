package dev.socialhub.cli.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ports in force and the number of instances: {@code
 * {"version":1,"ports":{"gateway":8080,…},"instances":{"posts":2}}}. So that every later command
 * finds the platform without the environment it was started with.
 *
 * <p>Streamed, because binding classes would cost {@code status} more time than all the rest.
 */
final class PortsFile {
    private static final int VERSION = 1;
    private static final String PORTS = "ports";
    private static final String INSTANCES = "instances";

    private final Path file;

    PortsFile(Path file) {
        this.file = file;
    }

    /**
     * The contents of the file.
     *
     * @param ports also those of instances that aren't wanted any more
     */
    record StoredPorts(Map<Port, Integer> ports, Instances instances) {
        /** Before the first start. */
        static final StoredPorts NONE = new StoredPorts(Map.of(), Instances.DEFAULT);

        StoredPorts {
            ports = Map.copyOf(ports);
        }

        /** These in their place; an instance that isn't among them keeps its port, if possible. */
        StoredPorts with(Ports current, Instances wanted) {
            Map<Port, Integer> all = new HashMap<>(current.numbers());
            Set<Integer> taken = new HashSet<>(all.values());
            ports.forEach((port, number) -> {
                if (taken.add(number)) {
                    all.putIfAbsent(port, number);
                }
            });
            return new StoredPorts(all, wanted);
        }
    }

    /** The stored values; empty before the first start. */
    StoredPorts read() {
        try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
            return stored(json);
        } catch (NoSuchFileException neverStarted) {
            return StoredPorts.NONE;
        } catch (JsonProcessingException damaged) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    file + " is damaged",
                    "delete it; the next `socialhubctl up` creates it again",
                    damaged);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Stores these.
     *
     * @param before what was read from the file
     */
    void write(StoredPorts before, Ports ports, Instances instances) {
        Map<Port, Integer> all = new TreeMap<>(Comparator.comparing(Port::key));
        all.putAll(before.with(ports, instances).ports());
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeObjectFieldStart(PORTS);
            for (Map.Entry<Port, Integer> port : all.entrySet()) {
                json.writeNumberField(port.getKey().key(), port.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart(INSTANCES);
            for (Map.Entry<String, Integer> count : new TreeMap<>(instances.counts()).entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        AtomicFile.write(file, text + "\n");
    }

    private static StoredPorts stored(JsonParser json) throws IOException {
        Map<Port, Integer> ports = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token != JsonToken.VALUE_NUMBER_INT) {
                continue;
            }
            int number = json.getIntValue();
            String key = String.valueOf(json.currentName());
            String section = json.getParsingContext().getParent().getCurrentName();
            if (PORTS.equals(section)) {
                Port.ofKey(key).ifPresent(port -> ports.put(port, number));
            } else if (INSTANCES.equals(section) && Instances.isPossible(key, number)) {
                counts.put(key, number);
            }
        }
        return new StoredPorts(ports, new Instances(counts));
    }
}
