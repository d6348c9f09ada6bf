package dev.socialhub.chat.transport;

import dev.socialhub.chat.engineio.EnginePacket;
import dev.socialhub.chat.engineio.MalformedPacketException;
import dev.socialhub.chat.engineio.PollingPayload;
import dev.socialhub.shared.text.Utf8;
import dev.socialhub.shared.web.RequestContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Long polling of Engine.IO. A request that waits holds no thread, so it counts neither as a short
 * nor as a long one; the number of connections is what is limited.
 */
@Hidden
@Controller("/socket.io")
@Secured(SecurityRule.IS_ANONYMOUS)
class PollingController {

    private static final MediaType TEXT = MediaType.of("text/plain; charset=UTF-8");

    private final Connections connections;
    private final ReceiverFactory receivers;

    PollingController(Connections connections, ReceiverFactory receivers) {
        this.connections = connections;
        this.receivers = receivers;
    }

    @Get
    @Produces(MediaType.ALL)
    CompletionStage<MutableHttpResponse<byte[]>> poll(HttpRequest<?> request) {
        EngineQuery query = EngineQuery.of(request);
        EngineRefusal refusal = query.refusal(EngineQuery.POLLING);
        if (refusal != null) {
            return refuse(refusal);
        }
        // The answer to HEAD would take what waits, and not carry it.
        if (RequestContext.isHead(request)) {
            return refuse(EngineRefusal.METHOD);
        }
        String id = query.sessionId();
        EngineConnection connection = id == null ? begin(request) : find(id);
        if (connection == null) {
            return refuse(id == null ? EngineRefusal.LIMIT : EngineRefusal.SESSION);
        }
        return connection
                .poll()
                .thenApply(body -> body == null ? EngineRefusal.REQUEST.answer() : ok(body));
    }

    private @Nullable EngineConnection begin(HttpRequest<?> request) {
        if (!connections.hasRoom()) {
            return null;
        }
        EngineConnection made =
                new EngineConnection(
                        connections.newId(), HandshakeChannel.of(request).eventLoop(), connections);
        made.begin(List.of(EngineQuery.WEBSOCKET));
        connections.add(made, receivers.receiver(made, Handshake.of(request)));
        return made;
    }

    private @Nullable EngineConnection find(String id) {
        return connections.find(id) instanceof EngineConnection known ? known : null;
    }

    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    CompletionStage<MutableHttpResponse<byte[]>> send(
            HttpRequest<?> request, @Body byte @Nullable [] body) {
        EngineQuery query = EngineQuery.of(request);
        EngineRefusal refusal = query.refusal(EngineQuery.POLLING);
        if (refusal != null) {
            return refuse(refusal);
        }
        String id = query.sessionId();
        if (id == null) {
            return refuse(EngineRefusal.METHOD);
        }
        EngineConnection connection = find(id);
        if (connection == null) {
            return refuse(EngineRefusal.SESSION);
        }
        if (body == null) {
            return refuse(EngineRefusal.REQUEST);
        }
        return take(connection, body);
    }

    private CompletionStage<MutableHttpResponse<byte[]>> take(
            EngineConnection connection, byte[] body) {
        if (body.length > TransportConfiguration.MAX_PAYLOAD) {
            connection.end(EndReason.TOO_LARGE);
            return refuse(EngineRefusal.TOO_LARGE);
        }
        if (!Utf8.isWellFormed(body)) {
            connection.end(EndReason.NOT_UTF8);
            return refuse(EngineRefusal.REQUEST);
        }
        List<EnginePacket> packets;
        try {
            packets = PollingPayload.read(new String(body, StandardCharsets.UTF_8));
        } catch (MalformedPacketException e) {
            connection.end(EndReason.PROTOCOL);
            return refuse(EngineRefusal.REQUEST);
        }
        return connection
                .post(packets)
                .thenApply(isTaken ->
                        isTaken
                                ? ok("ok".getBytes(StandardCharsets.UTF_8))
                                : EngineRefusal.REQUEST.answer());
    }

    private static MutableHttpResponse<byte[]> ok(byte[] body) {
        return HttpResponse.ok(body).contentType(TEXT);
    }

    private static CompletionStage<MutableHttpResponse<byte[]>> refuse(EngineRefusal refusal) {
        return CompletableFuture.completedFuture(refusal.answer());
    }
}
