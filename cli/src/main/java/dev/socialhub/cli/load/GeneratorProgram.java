package dev.socialhub.cli.load;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.load.result.BuildLoadRun;
import dev.socialhub.cli.load.result.LoadRun.MachineFacts;
import dev.socialhub.cli.load.result.LoadRun.PlatformFacts;
import dev.socialhub.cli.machine.CpuModel;
import dev.socialhub.cli.machine.MachineMemory;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.loadtest.format.GeneratorArguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How the generator is started here, and on what. */
final class GeneratorProgram {
    private static final Path PROC = Path.of("/proc");

    /**
     * A heap that doesn't grow while it measures, and a collector without threads that work beside
     * it. The generator ends when this program ends, even by kill -9.
     */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xms384m",
                    "-Xmx384m",
                    "-XX:+UseParallelGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-D" + GeneratorArguments.TETHERED + "=true");

    private final Installation installation;

    GeneratorProgram(Installation installation) {
        this.installation = installation;
    }

    /**
     * @throws OperatorError if it isn't built
     */
    List<String> command() {
        Path jar = installation.dist().resolve("loadtest.jar");
        if (!Files.isRegularFile(jar)) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    jar + " is missing",
                    "build it with `mvn -DskipTests package`");
        }
        List<String> command = new ArrayList<>();
        command.add(installation.java().toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** The same for probes. */
    List<String> calibration() {
        List<String> command = new ArrayList<>(command());
        command.add(GeneratorArguments.CALIBRATE);
        return command;
    }

    /** Secrets that it needs and that must not be in a file. */
    Map<String, String> secrets(LoadTarget target) {
        return target.serviceTokenKey()
                .map(key -> Map.of(GeneratorArguments.SERVICE_TOKEN_KEY, key))
                .orElse(Map.of());
    }

    /** The facts that are known before the run. */
    BuildLoadRun.Facts facts(LoadTarget target) {
        CpuModel processor = new CpuModel(PROC);
        OptionalLong memory = new MachineMemory(PROC).total();
        OptionalDouble load = processor.load();
        String version = GeneratorProgram.class.getPackage().getImplementationVersion();
        return new BuildLoadRun.Facts(
                new PlatformFacts(
                        target.name(), target.gateway(), version == null ? "development" : version),
                new MachineFacts(
                        Runtime.getRuntime().availableProcessors(),
                        processor.model().orElse(null),
                        memory.isPresent() ? (Long) memory.getAsLong() : null,
                        processor.kernel().orElse(null),
                        Runtime.version().toString(),
                        load.isPresent() ? (Double) load.getAsDouble() : null,
                        null),
                target.settings(),
                OPTIONS);
    }
}
