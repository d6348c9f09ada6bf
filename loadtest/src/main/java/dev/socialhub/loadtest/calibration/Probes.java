package dev.socialhub.loadtest.calibration;

import dev.socialhub.loadtest.probe.HashProbe;
import dev.socialhub.loadtest.probe.Probe;
import dev.socialhub.loadtest.probe.bus.KafkaProbe;
import dev.socialhub.loadtest.probe.cache.RedisProbe;
import dev.socialhub.loadtest.probe.http.NginxProbe;
import dev.socialhub.loadtest.probe.http.RequestProbe;
import dev.socialhub.loadtest.probe.sql.CreatePostWork;
import dev.socialhub.loadtest.probe.sql.FollowWork;
import dev.socialhub.loadtest.probe.sql.FollowingListWork;
import dev.socialhub.loadtest.probe.sql.ReadPostWork;
import dev.socialhub.loadtest.probe.sql.SqlProbe;
import java.util.List;
import java.util.Optional;

/** All probes. */
public final class Probes {

    private Probes() {}

    /** In the order in which they are listed. */
    public static List<Probe> all() {
        return List.of(
                new HashProbe(),
                new RequestProbe(),
                new SqlProbe(new FollowWork()),
                new SqlProbe(new FollowingListWork()),
                new SqlProbe(new CreatePostWork()),
                new SqlProbe(new ReadPostWork()),
                new KafkaProbe(KafkaProbe.Side.SEND),
                new KafkaProbe(KafkaProbe.Side.TAKE),
                new RedisProbe(),
                new NginxProbe());
    }

    public static Optional<Probe> named(String name) {
        return all().stream().filter(probe -> probe.name().equals(name)).findFirst();
    }
}
