package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.admission.Decision.Forward;
import dev.socialhub.gateway.admission.StreamRequest;
import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.route.BodyLimit;
import dev.socialhub.gateway.route.Importance;
import dev.socialhub.gateway.stream.OpenSplices;
import dev.socialhub.gateway.stream.StreamPlace;
import dev.socialhub.gateway.stream.StreamPlaces;
import dev.socialhub.gateway.telemetry.Telemetry;
import dev.socialhub.gateway.upstream.ConnectionNeed;
import dev.socialhub.gateway.upstream.ConnectionNeed.Use;
import dev.socialhub.gateway.upstream.Instance;
import dev.socialhub.gateway.upstream.Upstream;
import dev.socialhub.gateway.upstream.Upstreams;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Decides whether a service may get a request now, and how it is sent. */
@Singleton
final class RequestDispatch {

    private final GatewaySettings settings;
    private final Upstreams upstreams;
    private final StreamPlaces places;
    private final OpenSplices splices;
    private final Telemetry telemetry;

    RequestDispatch(
            GatewaySettings settings,
            Upstreams upstreams,
            StreamPlaces places,
            OpenSplices splices,
            Telemetry telemetry) {
        this.settings = settings;
        this.upstreams = upstreams;
        this.places = places;
        this.splices = splices;
        this.telemetry = telemetry;
    }

    /** What becomes of a request. */
    sealed interface Outcome {

        record Sent(CallTerms terms) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    OpenSplices splices() {
        return splices;
    }

    Outcome of(Forward forward, HttpRequest request) {
        Upstream upstream = upstreams.get(forward.destination().route().backend());
        Importance importance = forward.destination().importance();
        Use use = use(forward);
        if (use != Use.LONG && !upstream.load().hasRoomFor(importance)) {
            telemetry.shed(importance);
            return new Outcome.Refused(Refusal.OVERLOADED);
        }
        StreamRequest stream = forward.stream();
        if (stream == null) {
            boolean isRepeatable =
                    RetryPolicy.isRepeatable(request.method().name(), request.headers());
            return sent(upstream, forward, ConnectionNeed.first(use, null), isRepeatable, null);
        }
        if (stream.isUpgrade() && splices.isShuttingDown()) {
            return new Outcome.Refused(Refusal.SHUTTING_DOWN);
        }
        String node = stream.node();
        Instance instance = node == null ? null : upstream.withNode(node);
        if (node != null && instance == null) {
            return new Outcome.Refused(Refusal.UNKNOWN_SESSION);
        }
        // An answer to a poll empties the session's queue, so even a GET can't be repeated.
        ConnectionNeed need = ConnectionNeed.first(use, instance);
        if (use == Use.SHORT) {
            return sent(upstream, forward, need, false, null);
        }
        return switch (places.take(stream.client())) {
            case StreamPlaces.Result.Taken(StreamPlace place) ->
                    sent(upstream, forward, need, false, place);
            case StreamPlaces.Result.NoneLeft _ -> new Outcome.Refused(Refusal.STREAMS);
            case StreamPlaces.Result.NoneLeftForAddress _ ->
                    new Outcome.Refused(Refusal.STREAMS_OF_ADDRESS);
        };
    }

    private static Use use(Forward forward) {
        if (forward.isUpgrade()) {
            return Use.UPGRADE;
        }
        return forward.isLong() ? Use.LONG : Use.SHORT;
    }

    private Outcome sent(
            Upstream upstream,
            Forward forward,
            ConnectionNeed need,
            boolean isRepeatable,
            @Nullable StreamPlace place) {
        PendingAnswer pendingAnswer =
                need.use() == Use.LONG
                        ? PendingAnswer.toPoll(settings)
                        : PendingAnswer.of(
                                upstream.load(),
                                settings.overload(),
                                BodyLimit.isForFiles(forward.maxBodyBytes()));
        return new Outcome.Sent(new CallTerms(upstream, need, pendingAnswer, isRepeatable, place));
    }
}
