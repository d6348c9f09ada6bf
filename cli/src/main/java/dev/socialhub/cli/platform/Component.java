package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.Launch;
import java.time.Duration;
import java.util.Map;

/** One process of the platform: how to start it and how to ask whether it works. */
interface Component {
    String name();

    Kind kind();

    /** The service that it is an instance of; its own name for whatever there is only one of. */
    default String service() {
        return name();
    }

    /** Whether an operator who says this name means it, alone or among others. */
    default boolean isMeantBy(String word) {
        return word.equals(name());
    }

    /** Whether the gateway spreads requests over it and its like. */
    default boolean isBalanced() {
        return false;
    }

    /** How it is run beside the others. */
    default Priority priority() {
        return Priority.NORMAL;
    }

    /** Whether services can't even be launched before it answers. */
    default boolean mustAnswerFirst() {
        return false;
    }

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
