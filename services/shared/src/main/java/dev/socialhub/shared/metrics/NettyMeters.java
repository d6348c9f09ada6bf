package dev.socialhub.shared.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;

/**
 * How far the event loops are behind, and how much memory network buffers take. The loops are
 * looked up when a meter is read: they are created after the meters.
 */
@Singleton
final class NettyMeters implements MeterBinder {

    private final BeanProvider<EventLoopGroupRegistry> loops;

    NettyMeters(BeanProvider<EventLoopGroupRegistry> loops) {
        this.loops = loops;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("netty.event.loop.pending.tasks", this::longestQueue)
                .description("Tasks that wait in the longest queue of all event loops")
                .register(meters);
        if (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider allocator) {
            used("heap", allocator, ByteBufAllocatorMetric::usedHeapMemory, meters);
            used("direct", allocator, ByteBufAllocatorMetric::usedDirectMemory, meters);
        }
    }

    private double longestQueue() {
        return StreamSupport.stream(loops.get().getDefaultEventLoopGroup().spliterator(), false)
                .mapToInt(NettyMeters::waiting)
                .max()
                .orElse(0);
    }

    private static int waiting(EventExecutor loop) {
        return loop instanceof SingleThreadEventExecutor executor ? executor.pendingTasks() : 0;
    }

    private static void used(
            String kind,
            ByteBufAllocatorMetricProvider allocator,
            ToDoubleFunction<ByteBufAllocatorMetric> memory,
            MeterRegistry meters) {
        Gauge.builder("netty.allocator.used", allocator, it -> memory.applyAsDouble(it.metric()))
                .description("Memory that the allocator of network buffers holds")
                .tag("kind", kind)
                .baseUnit("bytes")
                .register(meters);
    }
}
