package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.admission.Admission;
import dev.socialhub.gateway.answer.Refusal;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** The request of an exchange: how much of it has arrived, and whether the rest will come. */
final class RequestHalf {

    /**
     * A refused body up to this size is read to its end, so that the connection can be kept open.
     */
    private static final long MAX_DISCARDED_BYTES = 1024L * 1024;

    private final HttpRequest request;
    private final boolean awaitsContinue;
    private boolean ended;
    private boolean toldToContinue;
    private long maxBodyBytes = MAX_DISCARDED_BYTES;
    private long bodyBytes;

    RequestHalf(HttpRequest request) {
        this.request = request;
        this.awaitsContinue = Admission.isContinueExpected(request);
    }

    void allow(long bytes) {
        maxBodyBytes = bytes;
    }

    /** Notes a part of the body; why the rest can't be accepted, or null. */
    @Nullable Refusal note(HttpContent part) {
        boolean isMalformed = part.decoderResult().isFailure();
        bodyBytes += part.content().readableBytes();
        ended = part instanceof LastHttpContent && !isMalformed;
        if (isMalformed) {
            return Refusal.MALFORMED;
        }
        return bodyBytes > maxBodyBytes ? Refusal.BODY_TOO_LARGE : null;
    }

    boolean hasEnded() {
        return ended;
    }

    /** It is unknown where it ends. */
    void endIsUnknown() {
        ended = false;
    }

    /** Whether the caller is to be told now to send its body; true once. */
    boolean tellToContinue() {
        boolean isTold = awaitsContinue && !toldToContinue;
        toldToContinue |= isTold;
        return isTold;
    }

    /** Whether the body is not held back: while it is, it is unknown whether it will come. */
    boolean isBodyPlain() {
        return !awaitsContinue || toldToContinue || ended;
    }

    /** Whether the rest is so short that it is read, to keep the connection. */
    boolean isRestShort() {
        return ended
                || (!awaitsContinue
                        && !HttpUtil.isTransferEncodingChunked(request)
                        && HttpUtil.getContentLength(request, 0L) <= MAX_DISCARDED_BYTES);
    }
}
