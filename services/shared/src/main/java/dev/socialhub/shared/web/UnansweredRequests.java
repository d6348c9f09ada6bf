package dev.socialhub.shared.web;

import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The requests of one connection that have no answer yet, or only part of one. */
final class UnansweredRequests {

    private final Queue<HttpMethod> methods = new ArrayDeque<>(2);
    private boolean answering;
    private boolean broken;
    private boolean receiving;
    private boolean discarding;

    void asked(HttpMethod method) {
        methods.add(method);
    }

    /** An answer begins; the method of its request. */
    @Nullable HttpMethod answered() {
        answering = true;
        return methods.poll();
    }

    void answerEnded() {
        answering = false;
    }

    /** The last of them could not be read to its end: the connection ends with its answer. */
    void broken() {
        broken = true;
    }

    /** Whether more of the last of them is still to come. */
    void receiving(boolean more) {
        receiving = more;
    }

    /** The answer that begins refuses its request for its size, before it was read to its end. */
    void tooLarge() {
        discarding = receiving && methods.isEmpty();
        broken |= discarding;
    }

    /** Whether nothing of what still comes is read. */
    boolean isDiscarding() {
        return discarding;
    }

    /** Whether the answer that is being written is the connection's last. */
    boolean isLastAnswer() {
        return broken && methods.isEmpty();
    }

    /** Whether there is nothing more to write, and nothing more to read. */
    boolean isOver() {
        return isLastAnswer() && !answering;
    }
}
