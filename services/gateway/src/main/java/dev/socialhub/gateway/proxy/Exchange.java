package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.admission.Admission;
import dev.socialhub.gateway.admission.Decision;
import dev.socialhub.gateway.admission.Decision.Forward;
import dev.socialhub.gateway.admission.GatewayCaller;
import dev.socialhub.gateway.answer.Answer;
import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.route.Backend;
import dev.socialhub.gateway.route.BodyLimit;
import dev.socialhub.gateway.route.Importance;
import dev.socialhub.gateway.telemetry.RequestTrace;
import dev.socialhub.gateway.telemetry.Telemetry;
import dev.socialhub.gateway.upstream.Instance;
import dev.socialhub.gateway.upstream.Upstream;
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
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on a client connection. Its two halves, request and answer, end
 * independently: a service may answer before it has read the whole body. The exchange is over when
 * both halves have ended.
 */
final class Exchange {

    /**
     * A refused body up to this size is read to its end, so that the connection can be kept open.
     */
    private static final long MAX_DISCARDED_BYTES = 1024L * 1024;

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
    private final boolean awaitsContinue;

    private AnswerState answer = AnswerState.NONE;
    private boolean requestEnded;
    private boolean keepAlive;
    private boolean toldToContinue;
    private boolean over;
    private long maxBodyBytes = MAX_DISCARDED_BYTES;
    private long bodyBytes;
    private @Nullable UpstreamCall call;

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
        this.awaitsContinue = Admission.isContinueExpected(request);
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
        Backend backend = forward.destination().route().backend();
        Importance importance = forward.destination().importance();
        Upstream upstream = gateway.upstreams().get(backend);
        trace.routed(
                backend.label(), forward.destination().route().path().template(), forward.userId());
        maxBodyBytes = forward.maxBodyBytes();
        if (!upstream.load().hasRoomFor(importance)) {
            gateway.telemetry().shed(importance);
            refuse(Refusal.OVERLOADED);
            return;
        }
        gateway.admission()
                .rewrite(
                        request, forward.destination(), caller, trace.requestId(), trace.context());
        PendingAnswer pendingAnswer =
                new PendingAnswer(
                        upstream.load(),
                        gateway.settings().overload(),
                        BodyLimit.isForFiles(maxBodyBytes));
        call = new UpstreamCall(this, upstream, gateway, request, pendingAnswer);
        call.begin(client.channel());
    }

    /** A part of the request's body; the last part ends the request. */
    void receive(HttpContent part) {
        boolean isMalformed = part.decoderResult().isFailure();
        bodyBytes += part.content().readableBytes();
        requestEnded = part instanceof LastHttpContent && !isMalformed;
        if (isMalformed || bodyBytes > maxBodyBytes) {
            part.release();
            stopReceiving(isMalformed ? Refusal.MALFORMED : Refusal.BODY_TOO_LARGE);
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
        gateway.telemetry().ended(trace);
        client.linger();
    }

    /** The caller has neither sent nor read for too long. */
    void callerStalled() {
        if (answer == AnswerState.NONE && !requestEnded) {
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
        gateway.telemetry().ended(trace);
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
        if (call != null && !requestEnded) {
            call.flush();
        }
    }

    /**
     * Whether more of the body can be accepted; true after its end, to notice when the caller
     * leaves.
     */
    boolean wantsMore() {
        return requestEnded || call == null || answer == AnswerState.ENDED || call.wantsMore();
    }

    boolean waitsForService() {
        return requestEnded && answer != AnswerState.ENDED && isCallerWritable();
    }

    void closeAfterwards() {
        if (answer == AnswerState.ENDED) {
            closeNowThatAnswerEnded();
        }
        keepAlive = false;
    }

    // ---- to the service

    boolean isRequestEnded() {
        return requestEnded;
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
        if (awaitsContinue && !toldToContinue && head.status().code() == 100) {
            toldToContinue = true;
            client.writeAndFlush(
                    new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1,
                            HttpResponseStatus.CONTINUE,
                            Unpooled.EMPTY_BUFFER));
        }
    }

    void head(HttpResponse head) {
        answer = AnswerState.STARTED;
        trace.answered(head.status().code());
        boolean isEndPlain = answerHead.frame(head);
        // While the body is still held back, it is unknown whether it will come.
        boolean isBodyPlain = !awaitsContinue || toldToContinue || requestEnded;
        keepAlive = keepAlive && isEndPlain && isBodyPlain;
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
        trace.refused(Telemetry.label(refusal));
        switch (refusal) {
            case MALFORMED, AMBIGUOUS_LENGTH, BAD_HOST, URI_TOO_LONG, HEADERS_TOO_LARGE -> {
                // It is unknown where this request ends and the next one begins.
                keepAlive = false;
                requestEnded = false;
            }
            default -> {}
        }
        answer(
                gateway.problems()
                        .of(refusal, trace.path(), trace.requestId(), trace.context().traceId()));
    }

    private void answer(Answer own) {
        keepAlive = keepAlive && (requestEnded || isRestShort());
        FullHttpResponse response = answerHead.own(own);
        answerHead.mark(response, keepAlive);
        trace.answered(own.status());
        trace.wrote(response.content().readableBytes());
        finish(response);
    }

    /**
     * Whether the rest is short enough to read to keep the connection; a withheld body may never
     * come.
     */
    private boolean isRestShort() {
        return !awaitsContinue
                && !HttpUtil.isTransferEncodingChunked(request)
                && HttpUtil.getContentLength(request, 0L) <= MAX_DISCARDED_BYTES;
    }

    private void finish(HttpContent last) {
        answer = AnswerState.ENDED;
        if (keepAlive) {
            client.writeAndFlush(last);
            endIfBothHalvesEnded();
            client.readMore();
        } else if (requestEnded) {
            gateway.telemetry().ended(trace);
            client.writeAndClose(last);
        } else {
            gateway.telemetry().ended(trace);
            client.writeAndLinger(last);
        }
    }

    private void endIfBothHalvesEnded() {
        if (requestEnded && answer == AnswerState.ENDED && keepAlive && !over) {
            over = true;
            gateway.telemetry().ended(trace);
            client.exchangeEnded();
        }
    }
}
