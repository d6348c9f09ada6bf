package dev.socialhub.loadtest.chat;

import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.measure.Journal;
import dev.socialhub.loadtest.measure.OperationTimes;
import dev.socialhub.loadtest.measure.Rounding;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.Arrivals;
import dev.socialhub.loadtest.run.PhaseSchedule;
import dev.socialhub.loadtest.run.RunRefused;
import dev.socialhub.loadtest.users.TestUser;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Users in rooms of ten send messages at their times. An operation ends with its acknowledgement;
 * whether and when the members receive the message is recorded apart.
 */
public final class ChatLoad {

    /** How many members a room has. */
    public static final int ROOM_SIZE = 10;

    private static final int PARALLEL_JOINS = 50;
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(20);
    private static final double DELIVERED_MILLIS = 100;
    private static final double MICROS = 1_000.0;
    private static final int DIGITS = 3;

    private final String operation;
    private final Plan plan;
    private final PhaseSchedule schedule;
    private final Function<Phase, Journal> journals;
    private final ConcurrentHistogram micros = new ConcurrentHistogram(DIGITS);
    private final Map<String, LongAdder> acknowledged = new ConcurrentHashMap<>();
    private final Semaphore underWay = new Semaphore(0);
    private final List<RoomMember> members = new ArrayList<>();

    /**
     * @param operation what sending a message is called in the journals
     */
    public ChatLoad(
            String operation,
            Plan plan,
            PhaseSchedule schedule,
            Function<Phase, Journal> journals) {
        this.operation = operation;
        this.plan = plan;
        this.schedule = schedule;
        this.journals = journals;
    }

    /**
     * Connects the users and lets them join their rooms, a few at the same time.
     *
     * @throws RunRefused if one of them can't
     */
    public void join(HttpClient client, List<TestUser> users) {
        try {
            for (int first = 0; first < users.size(); first += PARALLEL_JOINS) {
                int end = Math.min(users.size(), first + PARALLEL_JOINS);
                List<CompletableFuture<RoomMember>> joining = new ArrayList<>();
                for (int i = first; i < end; i++) {
                    joining.add(
                            RoomMember.join(
                                    client,
                                    plan.gateway(),
                                    users.get(i).token(),
                                    "load-%s-%d".formatted(plan.run(), i / ROOM_SIZE),
                                    new Deliveries(micros)));
                }
                for (CompletableFuture<RoomMember> one : joining) {
                    members.add(one.get(JOIN_TIMEOUT.toSeconds(), TimeUnit.SECONDS));
                }
            }
        } catch (ExecutionException | TimeoutException refused) {
            throw new RunRefused("a room can't be joined: " + refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RunRefused("interrupted", interrupted);
        }
    }

    /** Sends all messages, and returns when each has been acknowledged or has failed. */
    public void run() throws InterruptedException {
        long sent = send(Phase.WARM_UP, plan.warmUpSeconds(), 0);
        sent = send(Phase.MEASURING, plan.seconds(), sent);
        underWay.acquire(Math.toIntExact(sent));
        schedule.ended();
    }

    private long send(Phase phase, int seconds, long firstNumber) throws InterruptedException {
        Arrivals arrivals = new Arrivals(plan.rate(), seconds, plan.run().hashCode());
        long number = firstNumber;
        boolean begun = phase == Phase.WARM_UP;
        for (OptionalLong due = arrivals.next(); due.isPresent(); due = arrivals.next()) {
            long wait = schedule.beginning(phase) + due.getAsLong() - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            if (!begun) {
                begun = true;
                micros.reset();
            }
            journals.apply(phase)
                    .late(System.nanoTime() - schedule.beginning(phase) - due.getAsLong());
            send(phase, number++);
        }
        return number;
    }

    private void send(Phase phase, long number) {
        RoomMember sender = members.get((int) (number % members.size()));
        OperationTimes journal = journals.apply(phase).of(operation);
        long began = System.nanoTime();
        journal.started(second(phase, began));
        sender.send(
                Deliveries.tempId(began, number),
                "Message %d of a load test, about as long as people write.".formatted(number),
                reason -> {
                    long now = System.nanoTime();
                    if (reason == null) {
                        acknowledged
                                .computeIfAbsent(sender.room(), _ -> new LongAdder())
                                .increment();
                        journal.succeeded(
                                second(phase, now), TimeUnit.NANOSECONDS.toMicros(now - began));
                    } else {
                        journal.failed(second(phase, now), reason);
                    }
                    underWay.release();
                });
    }

    private int second(Phase phase, long now) {
        return (int) Math.max(0, TimeUnit.NANOSECONDS.toSeconds(now - schedule.beginning(phase)));
    }

    /** Waits until every member has received all messages of its room, and counts what is wrong. */
    public List<Finding> findings() throws InterruptedException {
        long deadline = System.nanoTime() + DELIVERY_TIMEOUT.toNanos();
        while (missing() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        List<Finding> findings = new ArrayList<>();
        long skipped = sum(Deliveries::skipped);
        long doubled = sum(Deliveries::doubled);
        findings.add(new Finding("lost", missing() + skipped, 0, "deliveries"));
        findings.add(new Finding("doubled", doubled, 0, "deliveries"));
        if (micros.getTotalCount() > 0) {
            findings.add(
                    new Finding(
                            "delivered_p99",
                            Rounding.toThousandths(micros.getValueAtPercentile(99) / MICROS),
                            DELIVERED_MILLIS,
                            "ms until a member has the message"));
        }
        members.forEach(RoomMember::leave);
        return findings;
    }

    private long sum(ToLongFunction<Deliveries> count) {
        return members.stream().map(RoomMember::deliveries).mapToLong(count).sum();
    }

    private long missing() {
        long missing = 0;
        for (RoomMember member : members) {
            LongAdder sent = acknowledged.get(member.room());
            missing += Math.max(0, (sent == null ? 0 : sent.sum()) - member.deliveries().last());
        }
        return missing;
    }
}
