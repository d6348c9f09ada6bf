package dev.socialhub.loadtest.probe.bus;

import dev.socialhub.loadtest.plan.ProbePlan;
import dev.socialhub.loadtest.probe.Cost;
import dev.socialhub.loadtest.probe.CpuTimes;
import dev.socialhub.loadtest.probe.Probe;
import dev.socialhub.loadtest.probe.ProbePace;
import dev.socialhub.loadtest.probe.ProbeSkipped;
import java.util.Map;

/** Records sent and taken through a topic of their own; the CPU is that of one of the two sides. */
public final class KafkaProbe implements Probe {

    private final Side side;

    public KafkaProbe(Side side) {
        this.side = side;
    }

    /** Whose CPU is measured. */
    public enum Side {
        SEND,
        TAKE
    }

    @Override
    public String name() {
        return side == Side.SEND ? "kafka-send" : "kafka-take";
    }

    @Override
    public Cost measure(ProbePlan plan) throws InterruptedException {
        if (plan.kafka().isEmpty()) {
            throw new ProbeSkipped(
                    "the address of Kafka is unknown: no platform runs on this machine");
        }
        Map<String, Object> settings = Map.copyOf(plan.kafka());
        try (ScratchTopic topic = ScratchTopic.make(settings, plan.run());
                RecordConsumer consumer = RecordConsumer.of(settings, topic.name());
                RecordSender sender = new RecordSender(settings, topic.name())) {
            run(sender, consumer, ProbePace.of(null, plan.warmUpSeconds()));
            long warm = sender.sent();
            long before = cpuNanos(sender);
            ProbePace pace = ProbePace.of(plan.rate(), plan.seconds());
            run(sender, consumer, pace);
            double seconds = pace.seconds();
            return Cost.of(sender.sent() - warm, seconds, cpuNanos(sender) - before);
        }
    }

    private long cpuNanos(RecordSender sender) {
        return side == Side.SEND
                ? sender.cpuNanos()
                : CpuTimes.of(ProcessHandle.current().pid(), RecordConsumer.THREAD);
    }

    /** Until all that was sent is taken. */
    private static void run(RecordSender sender, RecordConsumer consumer, ProbePace pace)
            throws InterruptedException {
        while (pace.next()) {
            consumer.awaitWindow(sender.sent());
            sender.send();
        }
        sender.flush();
        consumer.await(sender.sent());
    }
}
