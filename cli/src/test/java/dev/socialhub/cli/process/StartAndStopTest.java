package dev.socialhub.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.machine.MachineMemory;
import dev.socialhub.cli.machine.PortHolders;
import dev.socialhub.cli.machine.ProcessMemory;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.cli.status.InspectPlatform;
import dev.socialhub.cli.status.ProcessStatus;
import dev.socialhub.cli.status.ProcessStatus.State;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts and stops real processes that do nothing. */
@DisabledOnOs(OS.WINDOWS)
class StartAndStopTest {
    @TempDir Path folder;

    private final RecordedProgress progress = new RecordedProgress();
    private final ProcessLauncher launcher = new ProcessLauncher();
    private HomeFolder home;
    private FakeComponent server;
    private FakeComponent service;
    private int databasesMade;

    @BeforeEach
    void claim() throws IOException {
        home = new HomeFolder(folder);
        home.claim();
        server = FakeComponent.working("cache", Kind.server, folder, freePort());
        service = FakeComponent.working("news", Kind.service, folder, freePort());
    }

    @AfterEach
    void stopAll() {
        stop(server, service);
    }

    @Test
    void startsServersThenDatabasesThenServices() {
        start(server, service);
        assertThat(progress.events)
                .containsExactly(
                        "cache preparing",
                        "cache starting",
                        "cache ready",
                        "databases creating missing ones",
                        "databases ready",
                        "news preparing",
                        "news starting",
                        "news ready");
        assertThat(states()).containsExactly(State.running, State.running);
    }

    @Test
    void servicesWaitForTheirDatabasesAlone() {
        FakeComponent slow =
                FakeComponent.scripted(
                        "bus",
                        Kind.server,
                        folder,
                        "until [ -e healthy-news ]; do sleep 0.02; done; touch healthy-bus;"
                                + " exec sleep 600",
                        server.port());
        try {
            start(server, slow, service);
            assertThat(progress.events)
                    .containsSubsequence(
                            "cache ready", "databases ready", "news starting", "bus ready");
        } finally {
            stop(slow);
        }
    }

    @Test
    void withoutTheirDatabasesServicesAreNotLaunched() {
        FakeComponent broken =
                FakeComponent.scripted("cache", Kind.server, folder, "exit 3", server.port());
        assertThat(failure(broken, service).line()).startsWith("cache ended");
        assertThat(home.process("news")).isEmpty();
    }

    @Test
    void leavesRunningProcessesAlone() {
        start(server, service);
        long pid = pid(service);
        start(server, service);
        assertThat(pid(service)).isEqualTo(pid);
        assertThat(service.prepared).hasValue(1);
        assertThat(databasesMade).isEqualTo(1);
        assertThat(progress.events).endsWith("cache already running", "news already running");
    }

    @Test
    void startsAgainOnlyWhatWasKilled() {
        start(server, service);
        long serverPid = pid(server);
        find(service).kill();
        assertThat(states()).containsExactly(State.running, State.dead);
        start(server, service);
        assertThat(states()).containsExactly(State.running, State.running);
        assertThat(pid(server)).isEqualTo(serverPid);
    }

    @Test
    void aProcessThatEndsWhileStartingShowsTheEndOfItsLog() {
        FakeComponent broken =
                FakeComponent.scripted(
                        "news", Kind.service, folder, "echo bad luck; exit 3", service.port());
        OperatorError error = failure(server, broken);
        assertThat(error.exitCode()).isEqualTo(1);
        assertThat(error.line()).startsWith("news ended while it was starting: ");
        assertThat(error.details()).anyMatch(line -> line.endsWith("bad luck"));
        assertThat(error.details()).anyMatch(line -> line.contains("news.out"));
        assertThat(find(server).isAlive()).isTrue();
    }

    @Test
    void aProcessThatHangsIsReportedAfterTheLimit() {
        FakeComponent hanging =
                FakeComponent.scripted(
                        "news", Kind.service, folder, "exec sleep 600", service.port());
        OperatorError error = failure(hanging);
        assertThat(error.exitCode()).isEqualTo(124);
        assertThat(error.line()).contains("news (pid ").contains("isn't ready after");
    }

    @Test
    void everyFailureIsReported() {
        FakeComponent one =
                FakeComponent.scripted("one", Kind.service, folder, "exit 1", service.port());
        FakeComponent two =
                FakeComponent.scripted("two", Kind.service, folder, "exit 1", server.port());
        OperatorError error = failure(one, two);
        assertThat(error.line()).startsWith("one ended");
        assertThat(error.details()).anyMatch(line -> line.startsWith("also: two ended"));
    }

    @Test
    void aTakenPortIsReportedBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FakeComponent unlucky =
                    FakeComponent.working("news", Kind.service, folder, taken.getLocalPort());
            OperatorError error = failure(server, unlucky);
            assertThat(error.line())
                    .contains("port " + taken.getLocalPort() + " for news is taken")
                    .contains("POSTS_PORT");
        }
        assertThat(states()).containsExactly(State.stopped, State.stopped);
    }

    @Test
    void tooLittleMemoryIsReportedBeforeAnythingStarts() throws IOException {
        Path proc = Files.createDirectory(folder.resolve("proc"));
        Files.writeString(proc.resolve("meminfo"), "MemAvailable: 1048576 kB\n");
        Preflight lowMemory = new Preflight(new MachineMemory(proc), new PortHolders(proc));
        OperatorError error =
                catchThrowableOfType(
                        OperatorError.class, () -> lowMemory.check(List.of(server, service), 2));
        assertThat(error.line()).contains("1.0 GB of memory are free, starting needs 2.0 GB");
        assertThatCode(() -> lowMemory.check(List.of(service), 2)).doesNotThrowAnyException();
    }

    @Test
    void stopsTheGatewayThenServicesThenServers() throws IOException {
        FakeComponent gateway = FakeComponent.working("gateway", Kind.service, folder, freePort());
        start(server, service);
        start(gateway);
        progress.events.clear();
        assertThat(stop(server, service, gateway)).isEqualTo(3);
        assertThat(progress.events)
                .containsExactly(
                        "gateway stopping",
                        "gateway stopped",
                        "news stopping",
                        "news stopped",
                        "cache stopping",
                        "cache stopped");
        assertThat(states()).containsExactly(State.stopped, State.stopped);
    }

    @Test
    void stoppingForgetsWhatIsDead() {
        start(server, service);
        find(service).kill();
        assertThat(stop(server, service)).isEqualTo(1);
        assertThat(home.startedProcesses()).isEmpty();
    }

    @Test
    void restartsOnlyWhatIsNamed() {
        start(server, service);
        long serverPid = pid(server);
        long servicePid = pid(service);
        progress.events.clear();
        assertThat(restart("news")).containsExactly(service);
        assertThat(pid(service)).isNotEqualTo(servicePid);
        assertThat(pid(server)).isEqualTo(serverPid);
        assertThat(progress.events)
                .containsExactly(
                        "news stopping",
                        "news stopped",
                        "cache already running",
                        "databases creating missing ones",
                        "databases ready",
                        "news preparing",
                        "news starting",
                        "news ready");
    }

    @Test
    void restartsServicesAndServersInTheirOrder() {
        start(server, service);
        progress.events.clear();
        assertThat(restart("cache", "news")).containsExactly(server, service);
        assertThat(progress.events)
                .containsSubsequence(
                        "news stopped",
                        "cache stopping",
                        "cache stopped",
                        "cache starting",
                        "cache ready",
                        "news starting",
                        "news ready");
        assertThat(states()).containsExactly(State.running, State.running);
    }

    @Test
    void restartStartsWhatIsStoppedAndTheDeadServerItNeeds() {
        start(server, service);
        find(service).stop(Duration.ofSeconds(5));
        find(server).kill();
        assertThat(restart("news")).containsExactly(service);
        assertThat(states()).containsExactly(State.running, State.running);
    }

    @Test
    void restartsTheInstancesOfOneServiceOneAfterAnother() throws IOException {
        FakeComponent second = FakeComponent.working("news-2", Kind.service, folder, freePort());
        second.service = "news";
        Components components = new Components(List.of(server, service, second));
        start(server, service, second);
        progress.events.clear();
        try {
            assertThat(restart(components, "news")).containsExactly(service, second);
            assertThat(progress.events)
                    .containsSubsequence(
                            "news stopped",
                            "news ready",
                            "news-2 stopping",
                            "news-2 stopped",
                            "news-2 ready");
            assertThat(Files.readString(home.upstreams()))
                    .contains("\"fake://news\", \"fake://news-2\"");
        } finally {
            find(second).stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatCannotBePreparedIsNotStopped() {
        start(server, service);
        long pid = pid(service);
        service.unpreparable = true;
        assertThat(catchThrowableOfType(OperatorError.class, () -> restart("news"))).isNotNull();
        assertThat(pid(service)).isEqualTo(pid);
    }

    @Test
    void nothingStartsAfterAnInterrupt() {
        launcher.close();
        assertThat(failure(server).exitCode()).isEqualTo(130);
        assertThat(home.startedProcesses()).isEmpty();
        assertThat(progress.events).doesNotContain("cache failed");
    }

    @Test
    void anUnansweringProcessIsUnhealthy() throws IOException {
        start(server);
        Files.delete(folder.resolve("healthy-cache"));
        assertThat(states()).containsExactly(State.unhealthy, State.stopped);
    }

    private void start(Component... components) {
        Path proc = folder.resolve("no-proc");
        new StartPlatform(
                        home,
                        new Preflight(new MachineMemory(proc), new PortHolders(proc)),
                        () -> databasesMade++,
                        new StartProcess(
                                home,
                                launcher,
                                Duration.ofMillis(1500),
                                launch -> launch,
                                progress),
                        progress)
                .start(List.of(components), components.length);
    }

    private List<Component> restart(String... names) {
        return restart(new Components(List.of(server, service)), names);
    }

    private List<Component> restart(Components components, String... names) {
        return new RestartProcesses(
                        components,
                        new StopPlatform(home, components, progress),
                        new GatewayUpstreams(home, components, progress),
                        wanted -> start(wanted.toArray(Component[]::new)))
                .restart(Set.of(names));
    }

    private OperatorError failure(Component... components) {
        return catchThrowableOfType(OperatorError.class, () -> start(components));
    }

    private int stop(Component... components) {
        return new StopPlatform(home, new Components(List.of(components)), progress).stop();
    }

    private List<State> states() {
        return new InspectPlatform(home, new ProcessMemory(folder), Clock.systemUTC())
                .inspect(List.of(server, service)).processes().stream()
                        .map(ProcessStatus::state)
                        .toList();
    }

    private DetachedProcess find(Component component) {
        return home.process(component.name()).orElseThrow();
    }

    private long pid(Component component) {
        return find(component).pid();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
