package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.Launch;
import java.time.Duration;
import java.util.Map;

/** One process of the platform: how to start it and how to ask whether it works. */
interface Component {
    String name();

    Kind kind();

    /** Every port it listens on; the first is the one its clients use. */
    Map<Port, Integer> ports();

    /** Where its clients find it. */
    String url();

    /** Makes what it needs before it can be launched; may be repeated. */
    void prepare();

    Launch launch();

    /** Asks the running process; waits for its answer two seconds at most. */
    Health health();

    /** How long it may take to stop before it is killed. */
    Duration stopGrace();

    /** The port its clients use. */
    default int port() {
        return ports().values().iterator().next();
    }

    /** Servers come first and go last. */
    enum Kind {
        server,
        service
    }

    /**
     * @param good whether it does its work
     * @param text what it said, in a word or two
     */
    record Health(boolean good, String text) {
        static Health up() {
            return new Health(true, "UP");
        }

        static Health down(String why) {
            return new Health(false, why);
        }
    }
}
