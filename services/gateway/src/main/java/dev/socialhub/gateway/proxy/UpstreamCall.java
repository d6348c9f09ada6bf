package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.admission.UpgradeRules;
import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.telemetry.Telemetry;
import dev.socialhub.gateway.upstream.ConnectionNeed;
import dev.socialhub.gateway.upstream.ConnectionNeed.Use;
import dev.socialhub.gateway.upstream.ConnectionRequest;
import dev.socialhub.gateway.upstream.Instance;
import dev.socialhub.gateway.upstream.Upstream;
import dev.socialhub.gateway.upstream.UpstreamConnection;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * The service side of an {@link Exchange}: finds a connection, sends, retries, returns the answer.
 */
final class UpstreamCall implements ConnectionRequest, UpstreamConnection.Listener {

    private enum Stage {
        /** No connection yet, or no longer one; the whole request waits. */
        CONNECTING,
        /** The request is being sent; there is no answer yet, so a retry may still be possible. */
        AWAITING_HEAD,
        /** The answer's head has gone to the caller: from here on, no other answer can be given. */
        STREAMING,
        ENDED
    }

    private final Exchange exchange;
    private final Upstream upstream;
    private final Telemetry telemetry;
    private final HttpRequest request;
    private final RequestBody body;
    private final ConnectionNeed need;
    private final boolean repeatable;
    private final PendingAnswer pendingAnswer;

    private Stage stage = Stage.CONNECTING;
    private int attempts = 1;
    private @Nullable UpstreamConnection connection;
    private @Nullable Refusal earlierFailure;

    UpstreamCall(Exchange exchange, Gateway gateway, HttpRequest request, CallTerms terms) {
        this.exchange = exchange;
        this.upstream = terms.upstream();
        this.need = terms.need();
        this.telemetry = gateway.telemetry();
        this.request = request;
        this.body = new RequestBody(gateway.settings().upstream().maxReplayBytes());
        this.pendingAnswer = terms.pendingAnswer();
        this.repeatable = terms.isRepeatable();
    }

    void begin(Channel caller) {
        upstream.seek(caller, this, need);
    }

    // ---- what the caller does

    void send(HttpContent part) {
        if (stage == Stage.ENDED) {
            part.release();
            return;
        }
        if (part instanceof LastHttpContent && stage != Stage.STREAMING) {
            pendingAnswer.begin();
        }
        if (connection == null) {
            body.hold(part);
        } else {
            body.send(part, connection);
            if (part instanceof LastHttpContent) {
                connection.flush();
            }
        }
    }

    void flush() {
        if (connection != null) {
            connection.flush();
        }
    }

    boolean wantsMore() {
        return stage == Stage.ENDED || (connection != null && connection.isWritable());
    }

    void callerWritable(boolean writable) {
        if (connection != null) {
            connection.setReading(writable);
        }
    }

    /** The answer is no longer awaited. */
    void cancel() {
        pendingAnswer.abandon();
        stage = Stage.ENDED;
        body.release();
        releaseConnection(false);
    }

    /** How long the service has owed an answer to the whole request, in nanoseconds. */
    long owedNanos() {
        return pendingAnswer.nanos();
    }

    /** The time limit has passed: the caller gets a time-out answer. */
    void deadlinePassed() {
        releaseConnection(false);
        giveUp(Refusal.UPSTREAM_TIMED_OUT);
    }

    // ---- finding a connection

    @Override
    public boolean isGone() {
        return stage == Stage.ENDED;
    }

    @Override
    public void obtained(UpstreamConnection obtained) {
        stage = Stage.AWAITING_HEAD;
        connection = obtained;
        exchange.sentTo(obtained.instance());
        obtained.attach(this);
        obtained.setReading(exchange.isCallerWritable());
        pendingAnswer.setDeadline(request.headers());
        obtained.writeHead(request)
                .addListener(written -> headWritten(obtained, written.isSuccess()));
        if (connection == obtained) {
            body.sendHeld(obtained);
            obtained.flush();
            exchange.wantMore();
        }
    }

    private void headWritten(UpstreamConnection onto, boolean success) {
        if (connection != onto) {
            return;
        }
        if (!success) {
            failed(Refusal.UPSTREAM_BROKE, false);
        } else if (!repeatable) {
            body.stopCopying();
        }
    }

    @Override
    public void notObtained(Failure failure, @Nullable Instance instance) {
        if (failure == Failure.CONNECT_FAILED && attempts < RetryPolicy.MAX_ATTEMPTS) {
            retry(Refusal.UPSTREAM_UNREACHABLE, instance);
            return;
        }
        Refusal refusal =
                switch (failure) {
                    case NO_INSTANCE -> Refusal.NO_INSTANCE;
                    case QUEUE_FULL, WAITED_TOO_LONG -> Refusal.UPSTREAM_BUSY;
                    case CONNECT_FAILED -> Refusal.UPSTREAM_UNREACHABLE;
                };
        giveUp(earlierFailure == null ? refusal : earlierFailure);
    }

    // ---- what the service does

    @Override
    public void interim(HttpResponse head) {
        exchange.interim(head);
    }

    @Override
    public void switched(HttpResponse head) {
        UpstreamConnection service = connection;
        boolean isAsked = need.use() == Use.UPGRADE && UpgradeRules.isAccepted(head.headers());
        if (service == null || !isAsked) {
            failed(Refusal.UPSTREAM_BROKE, true);
            return;
        }
        pendingAnswer.settle(false);
        stage = Stage.ENDED;
        body.release();
        connection = null;
        exchange.switched(head, service);
    }

    @Override
    public void head(HttpResponse head) {
        pendingAnswer.settle(head.status().equals(HttpResponseStatus.SERVICE_UNAVAILABLE));
        stage = Stage.STREAMING;
        body.stopCopying();
        exchange.head(head);
    }

    @Override
    public void body(HttpContent part) {
        exchange.body(part);
    }

    @Override
    public void end(LastHttpContent last) {
        stage = Stage.ENDED;
        body.release();
        releaseConnection(exchange.isRequestEnded());
        exchange.end(last);
    }

    @Override
    public void pause() {
        exchange.flush();
    }

    @Override
    public void writable() {
        exchange.wantMore();
    }

    @Override
    public void lost() {
        failed(Refusal.UPSTREAM_BROKE, true);
    }

    @Override
    public void timedOut() {
        releaseConnection(false);
        if (stage == Stage.STREAMING) {
            cutShort();
        } else {
            giveUp(Refusal.UPSTREAM_TIMED_OUT);
        }
    }

    @Override
    public boolean waitsForCaller() {
        boolean callerReadsSlowly = !exchange.isCallerWritable();
        boolean callerSendsSlowly =
                stage == Stage.AWAITING_HEAD
                        && !exchange.isRequestEnded()
                        && connection != null
                        && connection.isWritable();
        return callerReadsSlowly || callerSendsSlowly;
    }

    // ---- when it goes wrong

    private void failed(Refusal failure, boolean mayHaveArrived) {
        Instance instance = connection == null ? null : connection.instance();
        releaseConnection(false);
        if (stage == Stage.STREAMING) {
            cutShort();
        } else if (RetryPolicy.mayRetry(attempts, mayHaveArrived, repeatable)) {
            retry(failure, instance);
        } else {
            giveUp(failure);
        }
    }

    private void retry(Refusal failure, @Nullable Instance avoided) {
        if (!body.rewind()) {
            giveUp(failure);
            return;
        }
        attempts++;
        earlierFailure = failure;
        stage = Stage.CONNECTING;
        telemetry.retried(upstream.backend());
        upstream.seek(exchange.channel(), this, need.again(avoided));
    }

    private void giveUp(Refusal refusal) {
        switch (refusal) {
            case UPSTREAM_BUSY, UPSTREAM_TIMED_OUT -> pendingAnswer.settle(true);
            default -> pendingAnswer.abandon();
        }
        stage = Stage.ENDED;
        body.release();
        exchange.refuse(refusal);
    }

    private void cutShort() {
        stage = Stage.ENDED;
        body.release();
        exchange.cutShort();
    }

    private void releaseConnection(boolean clean) {
        UpstreamConnection held = connection;
        connection = null;
        if (held != null) {
            held.release(clean);
        }
    }
}
