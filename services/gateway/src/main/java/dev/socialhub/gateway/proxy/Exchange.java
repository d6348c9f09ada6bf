package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.admission.Decision;
import dev.socialhub.gateway.admission.Decision.Forward;
import dev.socialhub.gateway.admission.GatewayCaller;
import dev.socialhub.gateway.admission.UpgradeRules;
import dev.socialhub.gateway.answer.Answer;
import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.route.Route;
import dev.socialhub.gateway.stream.StreamPlace;
import dev.socialhub.gateway.telemetry.RequestTrace;
import dev.socialhub.gateway.telemetry.Telemetry;
import dev.socialhub.gateway.upstream.Instance;
import dev.socialhub.gateway.upstream.UpstreamConnection;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on a client connection. Its two halves, request and answer, end
 * independently: a service may answer before it has read the whole body. The exchange is over when
 * both halves have ended.
 */
final class Exchange {

    private enum AnswerState {
        NONE,
        STARTED,
        ENDED
    }

    private final ClientConnection client;
    private final Gateway gateway;
    private final HttpRequest request;
    private final RequestTrace trace;
    private final AnswerHead answerHead;
    private final RequestHalf half;
    private final boolean isUpgrade;

    private AnswerState answer = AnswerState.NONE;
    private boolean keepAlive;
    private boolean over;
    private @Nullable UpstreamCall call;
    private @Nullable StreamPlace place;

    Exchange(ClientConnection client, Gateway gateway, HttpRequest request, RequestTrace trace) {
        this.client = client;
        this.gateway = gateway;
        this.request = request;
        this.trace = trace;
        this.answerHead =
                AnswerHead.to(
                        request,
                        trace.requestId(),
                        trace.context().traceparent(),
                        gateway.admission().allowedOrigin(request.headers()));
        this.half = new RequestHalf(request);
        this.isUpgrade = UpgradeRules.isRequested(request.headers());
        this.keepAlive = HttpUtil.isKeepAlive(request);
    }

    // ---- from the caller

    void begin(GatewayCaller caller) {
        Decision decision = gateway.admission().decide(request, caller);
        switch (decision) {
            case Decision.Reply(Answer own) -> answer(own);
            case Decision.Refuse(Refusal refusal) -> refuse(refusal);
            case Forward forward -> forward(forward, caller);
        }
    }

    private void forward(Forward forward, GatewayCaller caller) {
        Route route = forward.destination().route();
        trace.routed(route.backend().label(), route.path().template(), forward.userId());
        half.allow(forward.maxBodyBytes());
        switch (gateway.dispatch().of(forward, request)) {
            case RequestDispatch.Outcome.Refused(Refusal refusal) -> refuse(refusal);
            case RequestDispatch.Outcome.Sent(CallTerms terms) -> {
                if (forward.isLong() && !isUpgrade) {
                    trace.setLong();
                }
                place = terms.place();
                gateway.admission()
                        .rewrite(request, forward, caller, trace.requestId(), trace.context());
                call = new UpstreamCall(this, gateway, request, terms);
                call.begin(client.channel());
            }
        }
    }

    /** A part of the request's body; the last part ends the request. */
    void receive(HttpContent part) {
        Refusal unacceptable = half.note(part);
        if (unacceptable != null) {
            part.release();
            stopReceiving(unacceptable);
            return;
        }
        if (call == null || answer == AnswerState.ENDED) {
            part.release();
        } else {
            call.send(RequestBody.withoutTrailers(part));
        }
        endIfBothHalvesEnded();
    }

    /** The received data can't be forwarded, so both the request and the connection end. */
    private void stopReceiving(Refusal why) {
        keepAlive = false;
        if (call != null) {
            call.cancel();
        }
        if (answer == AnswerState.NONE) {
            refuse(why);
        } else if (answer == AnswerState.STARTED) {
            cutShort();
        } else {
            closeNowThatAnswerEnded();
        }
    }

    private void closeNowThatAnswerEnded() {
        ended();
        client.linger();
    }

    /** The caller has neither sent nor read for too long. */
    void callerStalled() {
        if (answer == AnswerState.NONE && !half.hasEnded()) {
            stopReceiving(Refusal.CALLER_TOO_SLOW);
        } else {
            client.closeNow();
        }
    }

    void callerDisconnected() {
        if (call != null) {
            call.cancel();
        }
        trace.cutShort();
        ended();
    }

    /**
     * How long the caller has waited for the head of an answer to its whole request, in
     * nanoseconds.
     */
    long owedNanos() {
        return call == null ? 0 : call.owedNanos();
    }

    /** The caller has waited for the maximum time. */
    void deadlinePassed() {
        if (call != null) {
            call.deadlinePassed();
        }
    }

    void callerWritable(boolean writable) {
        if (call != null) {
            call.callerWritable(writable);
        }
    }

    void flushToService() {
        if (call != null && !half.hasEnded()) {
            call.flush();
        }
    }

    /**
     * Whether more of the body can be accepted; true after its end, to notice when the caller
     * leaves.
     */
    boolean wantsMore() {
        return half.hasEnded() || call == null || answer == AnswerState.ENDED || call.wantsMore();
    }

    boolean waitsForService() {
        return half.hasEnded() && answer != AnswerState.ENDED && isCallerWritable();
    }

    void closeAfterwards() {
        if (answer == AnswerState.ENDED) {
            closeNowThatAnswerEnded();
        }
        keepAlive = false;
    }

    // ---- to the service

    boolean isRequestEnded() {
        return half.hasEnded();
    }

    boolean isCallerWritable() {
        return client.channel().isWritable();
    }

    Channel channel() {
        return client.channel();
    }

    void wantMore() {
        client.readMore();
    }

    void sentTo(Instance instance) {
        trace.sentTo(instance.url());
    }

    // ---- from the service

    void interim(HttpResponse head) {
        if (head.status().code() == 100 && half.tellToContinue()) {
            client.writeAndFlush(
                    new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1,
                            HttpResponseStatus.CONTINUE,
                            Unpooled.EMPTY_BUFFER));
        }
    }

    /** The service has switched to a WebSocket: from here on, no HTTP passes. */
    void switched(HttpResponse head, UpstreamConnection service) {
        answer = AnswerState.ENDED;
        call = null;
        trace.answered(head.status().code());
        answerHead.switching(head);
        client.splice(head, service, trace, Objects.requireNonNull(place));
    }

    void head(HttpResponse head) {
        answer = AnswerState.STARTED;
        if (isUpgrade) {
            gateway.telemetry().streams().answered();
        }
        trace.answered(head.status().code());
        boolean isEndPlain = answerHead.frame(head);
        keepAlive = keepAlive && isEndPlain && half.isBodyPlain();
        answerHead.mark(head, keepAlive);
        client.write(head);
    }

    void body(HttpContent part) {
        trace.wrote(part.content().readableBytes());
        client.write(part);
    }

    void end(LastHttpContent last) {
        trace.wrote(last.content().readableBytes());
        finish(last);
    }

    void flush() {
        client.flush();
    }

    /**
     * The answer has begun and can't be completed: only a broken connection tells the caller so.
     */
    void cutShort() {
        client.closeNow();
    }

    // ---- the gateway's own answers

    void refuse(Refusal refusal) {
        gateway.telemetry().rejected(refusal);
        if (isUpgrade) {
            gateway.telemetry().streams().refused(refusal);
        }
        trace.refused(Telemetry.label(refusal));
        switch (refusal) {
            case MALFORMED, AMBIGUOUS_LENGTH, BAD_HOST, URI_TOO_LONG, HEADERS_TOO_LARGE -> {
                // It is unknown where this request ends and the next one begins.
                keepAlive = false;
                half.endIsUnknown();
            }
            default -> {}
        }
        answer(
                gateway.problems()
                        .of(refusal, trace.path(), trace.requestId(), trace.context().traceId()));
    }

    private void answer(Answer own) {
        keepAlive = keepAlive && half.isRestShort();
        FullHttpResponse response = answerHead.own(own);
        answerHead.mark(response, keepAlive);
        trace.answered(own.status());
        trace.wrote(response.content().readableBytes());
        finish(response);
    }

    private void finish(HttpContent last) {
        answer = AnswerState.ENDED;
        if (keepAlive) {
            client.writeAndFlush(last);
            endIfBothHalvesEnded();
            client.readMore();
        } else if (half.hasEnded()) {
            ended();
            client.writeAndClose(last);
        } else {
            ended();
            client.writeAndLinger(last);
        }
    }

    private void ended() {
        if (place != null) {
            place.free();
        }
        gateway.telemetry().ended(trace);
    }

    private void endIfBothHalvesEnded() {
        if (half.hasEnded() && answer == AnswerState.ENDED && keepAlive && !over) {
            over = true;
            ended();
            client.exchangeEnded();
        }
    }
}
