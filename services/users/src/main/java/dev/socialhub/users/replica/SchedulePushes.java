package dev.socialhub.users.replica;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

/**
 * Looks for blocks to push, for each replica by itself: one that is away doesn't keep the others
 * waiting. {@code @Scheduled} finds no beans that exist once for each configured service.
 */
@Context
final class SchedulePushes {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final List<PushBlocks> pushes;
    private final TaskScheduler scheduler;
    private List<? extends ScheduledFuture<?>> scheduled = List.of();

    SchedulePushes(
            List<PushBlocks> pushes, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.pushes = List.copyOf(pushes);
        this.scheduler = scheduler;
    }

    @PostConstruct
    void start() {
        scheduled =
                pushes.stream()
                        .map(one -> scheduler.scheduleWithFixedDelay(INTERVAL, INTERVAL, one::push))
                        .toList();
    }

    @PreDestroy
    void stop() {
        scheduled.forEach(one -> one.cancel(false));
    }
}
