package dev.socialhub.cli.verify;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.machine.PortHolders;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.platform.RunningPlatform.PlatformProcess;
import dev.socialhub.cli.verify.Flow.Guarded;
import dev.socialhub.manifest.PlatformManifest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All stages for one platform. */
final class VerifyPlan {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** A service that has just started on a busy machine is slow to compare its schema. */
    private static final Duration STATE_LIMIT = Duration.ofSeconds(20);

    private static final Duration FLOW_LIMIT = Duration.ofSeconds(30);

    private final RunningPlatform platform;
    private final Supplier<Bus> bus;
    private final Http http = new Http(Duration.ofSeconds(8));
    private final OpsClient ops;
    private final TestDataCleanup cleanup;

    VerifyPlan(RunningPlatform platform, Supplier<Bus> bus) {
        this.platform = platform;
        this.bus = bus;
        this.ops = Operator.of(platform, STATE_LIMIT.minusSeconds(2));
        this.cleanup = new TestDataCleanup(ops, platform.instanceOf("auth"), gateway());
    }

    List<VerifyStage> stages() {
        return List.of(
                new VerifyStage(1, "processes", "processes and ports", LIMIT, false, processes()),
                new VerifyStage(
                        2,
                        "answers",
                        "answers to protocol pings",
                        LIMIT,
                        false,
                        new AnswerChecks(platform, bus, http).steps()),
                new VerifyStage(
                        3,
                        "state",
                        "schemas, topics, keys and consumers",
                        STATE_LIMIT,
                        false,
                        new StateChecks(platform, bus, ops, http).steps()),
                new VerifyStage(
                        4,
                        "flow",
                        "the whole flow, with two generated users",
                        FLOW_LIMIT,
                        true,
                        new Flow(gateway(), guarded(), new SecureRandom(), cleanup).steps()));
    }

    /** The data that the flow has created and not yet deleted. */
    TestDataCleanup cleanup() {
        return cleanup;
    }

    private List<Step> processes() {
        PortHolders holders = new PortHolders(Path.of("/proc"));
        return platform.processes().stream()
                .map(process ->
                        Step.of(
                                new ProcessCheck(
                                        process, port -> holders.use(port, process.pid()))))
                .toList();
    }

    private WebClient gateway() {
        return new WebClient("gateway", platform.gateway().url(), http);
    }

    /** For each service a path that needs a token, through the gateway and at each instance. */
    private List<Guarded> guarded() {
        Map<String, String> paths = new HashMap<>();
        PlatformManifest.packaged().behindGateway().stream()
                .filter(service -> !service.reads().isEmpty())
                .forEach(service -> paths.put(service.name(), service.reads().getFirst()));
        List<Guarded> guarded = new ArrayList<>();
        paths.values().stream().sorted().forEach(path -> guarded.add(new Guarded(gateway(), path)));
        for (PlatformProcess service : platform.services()) {
            Optional.ofNullable(paths.get(service.service()))
                    .ifPresent(path ->
                            guarded.add(
                                    new Guarded(
                                            new WebClient(service.name(), service.url(), http),
                                            path)));
        }
        return guarded;
    }
}
