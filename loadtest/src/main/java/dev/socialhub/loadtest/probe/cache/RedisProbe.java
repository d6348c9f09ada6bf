package dev.socialhub.loadtest.probe.cache;

import dev.socialhub.loadtest.plan.ProbePlan;
import dev.socialhub.loadtest.probe.Cost;
import dev.socialhub.loadtest.probe.CpuTimes;
import dev.socialhub.loadtest.probe.Probe;
import dev.socialhub.loadtest.probe.ProbePace;
import dev.socialhub.loadtest.probe.ProbeSkipped;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.Duration;

/** Reads a small value, again and again; the CPU is that of the client. */
public final class RedisProbe implements Probe {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int SIZE = 100;

    /** The expiry that removes the key of a killed probe. */
    private static final SetArgs EXPIRY = SetArgs.Builder.ex(Duration.ofMinutes(10));

    /** How Lettuce calls its threads. */
    private static final String THREADS = "lettuce-";

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Cost measure(ProbePlan plan) throws InterruptedException {
        URI address = plan.redis();
        if (address == null) {
            throw new ProbeSkipped(
                    "the address of Redis is unknown: no platform runs on this machine");
        }
        RedisURI uri = RedisURI.create(address);
        uri.setTimeout(TIMEOUT);
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            String key = "calibrate:" + plan.run();
            RedisCommands<String, String> redis = connection.sync();
            redis.set(key, "x".repeat(SIZE), EXPIRY);
            read(redis, key, ProbePace.of(null, plan.warmUpSeconds()));
            Cost cost = read(redis, key, ProbePace.of(plan.rate(), plan.seconds()));
            redis.del(key);
            return cost;
        } catch (RedisException failure) {
            throw new ProbeSkipped("Redis: " + failure.getMessage(), failure);
        } finally {
            client.shutdown(Duration.ZERO, TIMEOUT);
        }
    }

    private static Cost read(RedisCommands<String, String> redis, String key, ProbePace pace) {
        long ownPid = ProcessHandle.current().pid();
        long before = CpuTimes.of(ownPid, THREADS);
        long callerNanos = 0;
        long read = 0;
        while (pace.next()) {
            long requestStart = CpuTimes.ofThisThread();
            if (redis.get(key) != null) {
                read++;
            }
            callerNanos += CpuTimes.ofThisThread() - requestStart;
        }
        return Cost.of(read, pace.seconds(), callerNanos + CpuTimes.of(ownPid, THREADS) - before);
    }
}
