package dev.socialhub.cli.training;

import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.aot.StartupCache;
import dev.socialhub.cli.aot.StartupCache.Recording;
import dev.socialhub.cli.aot.StartupCache.State;
import dev.socialhub.cli.aot.StartupCaches;
import dev.socialhub.cli.concurrency.Parallel;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.process.ProcessLauncher;
import dev.socialhub.cli.process.StartProcess;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Runs programs on a training platform, one service after another, and keeps the start-up caches
 * that their JVMs record.
 */
final class CacheTraining {
    /** The service that provides the keys; without it no other is ready. */
    private static final String AUTH = Components.KEY_HOLDER;

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** A JVM that ends writes its cache first; in the background that may take a while. */
    private static final Duration CACHE_TIMEOUT = Duration.ofMinutes(5);

    private final HomeFolder real;
    private final Platform training;
    private final StartupCaches caches;
    private final UnaryOperator<Launch> launchChange;
    private final StartProcess startProcess;
    private final ProgressDisplay progress;
    private final WarmUpRequests warmUp;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();

    /**
     * @param real where the real programs and the caches are stored
     * @param training where the programs are run
     * @param launchChange how all of them are launched
     */
    CacheTraining(
            HomeFolder real,
            Platform training,
            StartupCaches caches,
            ProcessLauncher launcher,
            UnaryOperator<Launch> launchChange,
            ProgressDisplay progress) {
        this.real = real;
        this.training = training;
        this.caches = caches;
        this.launchChange = launchChange;
        this.startProcess =
                new StartProcess(training.home(), launcher, TIMEOUT, this::prepare, progress);
        this.progress = progress;
        this.warmUp = new WarmUpRequests(training.components());
    }

    /**
     * Makes the caches that are lacking.
     *
     * @param wanted which programs to look at
     * @return names of those that could not be made
     * @throws OperatorError if the training platform can't be brought up
     */
    List<String> run(Predicate<String> wanted) {
        List<Component> all = training.components().programs();
        List<Component> selected = all.stream().filter(one -> lacks(one, wanted)).toList();
        selected.forEach(this::prepareRecording);
        boolean services = selected.stream().anyMatch(one -> one.kind() == Kind.service);
        List<Component> servers =
                all.stream()
                        .filter(one -> one.kind() == Kind.server)
                        .filter(one -> services || selected.contains(one))
                        .toList();
        Parallel.map(servers, startProcess::attempt).forEach(CacheTraining::requireNone);
        if (services) {
            training.makeDatabases();
            all.stream()
                    .filter(one -> one.name().equals(AUTH))
                    .forEach(auth -> requireNone(startProcess.attempt(auth)));
            warmUp.signUp();
            selected.stream()
                    .filter(one -> one.kind() == Kind.service && !one.name().equals(AUTH))
                    .forEach(this::train);
            warmUp.of(AUTH);
            finish(AUTH);
        }
        servers.reversed().forEach(server -> finish(server.name()));
        return List.copyOf(failed);
    }

    private boolean lacks(Component component, Predicate<String> wanted) {
        return wanted.test(component.name())
                && caches.of(withRealPaths(component.launch()))
                        .filter(cache -> cache.state() != State.usable)
                        .isPresent();
    }

    private void prepareRecording(Component component) {
        caches.of(withRealPaths(component.launch()))
                .map(StartupCache::record)
                .ifPresent(recording -> recordings.put(component.name(), recording));
    }

    private void train(Component service) {
        Optional<OperatorError> failure = startProcess.attempt(service);
        if (failure.isPresent()) {
            // The other programs may still succeed.
            progress.failed(service.name(), failure.get().line());
        } else {
            warmUp.of(service.name());
        }
        finish(service.name());
    }

    /** Stops it; a recorded one writes its cache then. */
    private void finish(String name) {
        Recording recording = recordings.get(name);
        progress.running(name, recording == null ? "stopping" : "writing its start-up cache");
        training.home().process(name).ifPresent(process -> process.stop(CACHE_TIMEOUT));
        if (recording == null) {
            progress.done(name, "stopped");
        } else if (recording.keep()) {
            progress.done(name, "has its start-up cache");
        } else {
            failed.add(name);
            progress.failed(name, "has left no start-up cache");
        }
    }

    private Launch prepare(Launch launch) {
        Launch realLaunch = withRealPaths(launch);
        Recording recording = recordings.get(launch.name());
        return launchChange.apply(
                recording == null ? caches.use(realLaunch) : recording.launch(realLaunch));
    }

    /**
     * A JVM accepts a cache only with exactly the class path that it was recorded with, character
     * by character.
     */
    private Launch withRealPaths(Launch launch) {
        String trainingFolder = training.home().programs() + "/";
        String realFolder = real.programs() + "/";
        List<String> command =
                launch.command().stream()
                        .map(word ->
                                word.startsWith(trainingFolder)
                                        ? realFolder + word.substring(trainingFolder.length())
                                        : word)
                        .toList();
        return launch.withCommand(command);
    }

    private static void requireNone(Optional<OperatorError> failure) {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
