package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.Launch;
import java.time.Duration;
import java.util.Map;

/** One process of the platform: how to start it and how to ask for its health. */
public interface Component {
    String name();

    Kind kind();

    /** The service that it is an instance of; its own name if there is only one of it. */
    default String service() {
        return name();
    }

    /** Whether this name, given by an operator, refers to it, alone or among others. */
    default boolean matches(String given) {
        return given.equals(name());
    }

    /** Whether the gateway spreads requests over it and the other instances of its service. */
    default boolean isBalanced() {
        return false;
    }

    /** The priority at which it is run. */
    default Priority priority() {
        return Priority.NORMAL;
    }

    /** Whether services can't even be launched before it answers. */
    default boolean mustAnswerFirst() {
        return false;
    }

    /** Every port it listens on; the first is the one its clients use. */
    Map<Port, Integer> ports();

    /** The address that its clients use. */
    String url();

    /** Creates what it needs before it can be launched; may be repeated. */
    void prepare();

    Launch launch();

    /** Asks the running process for its health; waits two seconds at most. */
    Health health();

    /** How long it may take to stop before it is killed. */
    Duration stopGrace();

    /** The port its clients use. */
    default int port() {
        return ports().values().iterator().next();
    }

    /** Servers are started first and stopped last. */
    enum Kind {
        server,
        service
    }

    /**
     * @param good whether it works
     * @param text its answer, in a word or two
     */
    record Health(boolean good, String text) {
        public static Health up() {
            return new Health(true, "UP");
        }

        public static Health down(String why) {
            return new Health(false, why);
        }
    }
}
