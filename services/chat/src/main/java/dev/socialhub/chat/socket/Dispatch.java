package dev.socialhub.chat.socket;

import com.mongodb.MongoException;
import dev.socialhub.chat.metrics.SocketMetrics;
import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.shared.log.LogFields;
import dev.socialhub.shared.log.LoggableError;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import dev.socialhub.shared.problem.TransientDatabaseErrors;
import dev.socialhub.shared.trace.TraceContext;
import dev.socialhub.shared.web.RequestContext;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each event of a client to its handler, and answers it. */
@Singleton
public final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final ProblemType UNKNOWN_EVENT =
            new ProblemType("unknown-event", "Unknown event", 404);
    private static final ProblemType MALFORMED_PACKET =
            new ProblemType("malformed-packet", "Malformed packet", 400);

    private final Map<String, EventHandler<?>> handlers;
    private final EventArgument arguments;
    private final EventRate rate;
    private final JsonText json;
    private final SocketMetrics metrics;

    Dispatch(
            List<EventHandler<?>> handlers,
            EventArgument arguments,
            EventRate rate,
            JsonText json,
            SocketMetrics metrics) {
        this.handlers =
                handlers.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        EventHandler::event, Function.identity()));
        this.arguments = arguments;
        this.rate = rate;
        this.json = json;
        this.metrics = metrics;
        metrics.declare(this.handlers.keySet());
    }

    /**
     * Handles an event, on a virtual thread; waits first if the user sends too many.
     *
     * @param argument one JSON value; null if the client sent none
     * @param ackId the number of the acknowledgement that the client wants, or null
     */
    public void handle(
            NamespaceSocket socket, String event, @Nullable String argument, @Nullable Long ackId) {
        metrics.received(event);
        if (socket.isOver() || !waitForTurn(socket)) {
            return;
        }
        PropagatedContext context =
                PropagatedContext.getOrEmpty()
                        .plus(TraceContext.begin())
                        .plus(
                                LogFields.of(
                                        RequestContext.USER_ID, socket.caller().id().toString()));
        try (PropagatedContext.Scope _ = context.propagate()) {
            Object answer = call(handler(event), socket, argument);
            if (ackId != null) {
                socket.acknowledge(ackId, json.bytes(answer == null ? Map.of("ok", true) : answer));
            }
        } catch (ProblemException e) {
            refuse(socket, ackId, e);
        } catch (RuntimeException e) {
            refuse(socket, ackId, unexpected(event, e));
        }
    }

    private boolean waitForTurn(NamespaceSocket socket) {
        long delay = rate.delayOf(socket.caller().id());
        if (delay > 0) {
            try {
                Thread.sleep(Duration.ofNanos(delay));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private EventHandler<?> handler(String event) {
        EventHandler<?> handler = handlers.get(event);
        if (handler == null) {
            throw new ProblemException(UNKNOWN_EVENT, "There is no such event.");
        }
        return handler;
    }

    private <T> @Nullable Object call(
            EventHandler<T> handler, NamespaceSocket socket, @Nullable String argument) {
        return handler.handle(socket, arguments.read(argument, handler.argument()));
    }

    private static ProblemException unexpected(String event, RuntimeException error) {
        if (TransientDatabaseErrors.isBehind(error)
                || (error instanceof MongoException e && MongoErrors.passes(e))) {
            LOG.warn("An event could not be handled for the time being: {}", error.toString());
            return new ProblemException(
                    ProblemType.UNAVAILABLE, "The database can't be reached at the moment.");
        }
        LOG.error("The event {} failed", event, LoggableError.of(error));
        return new ProblemException(ProblemType.INTERNAL, "The event could not be handled.");
    }

    /** The client has sent a packet that can't be read. */
    void refuseMalformed(NamespaceSocket socket, @Nullable Long ackId, String message) {
        refuse(socket, ackId, new ProblemException(MALFORMED_PACKET, message));
    }

    /** The namespace has no events of clients. */
    void refuseUnknown(NamespaceSocket socket, @Nullable Long ackId) {
        refuse(socket, ackId, new ProblemException(UNKNOWN_EVENT, "There is no such event."));
    }

    void refuseExpired(NamespaceSocket socket) {
        refuse(
                socket,
                null,
                new ProblemException(ProblemType.UNAUTHORIZED, "The access token has expired."));
    }

    private void refuse(NamespaceSocket socket, @Nullable Long ackId, ProblemException problem) {
        EventError error = EventError.of(problem);
        socket.emit(OutgoingEvent.of(EventError.EVENT, json.bytes(error)));
        if (ackId != null) {
            socket.acknowledge(ackId, json.bytes(error.refused()));
        }
    }
}
