package dev.socialhub.shared.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Writes answers: those to HEAD without a body, and as the last one that to a request that was
 * broken, or too large to be read.
 */
final class ServiceResponseEncoder extends HttpResponseEncoder {

    /** How long a client may go on sending what is discarded, before it reads the answer. */
    private static final Duration DISCARDING_TIMEOUT = Duration.ofSeconds(10);

    private final UnansweredRequests requests;

    ServiceResponseEncoder(UnansweredRequests requests) {
        this.requests = requests;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse head) {
        boolean isInterim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        boolean isToHead = !isInterim && HttpMethod.HEAD.equals(requests.answered());
        return isToHead || super.isContentAlwaysEmpty(head);
    }

    @Override
    protected void sanitizeHeadersBeforeEncode(HttpResponse head, boolean isAlwaysEmpty) {
        super.sanitizeHeadersBeforeEncode(head, isAlwaysEmpty);
        if (head.status().equals(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE)) {
            requests.tooLarge();
        }
        if (requests.isLastAnswer()) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws Exception {
        boolean isEnd = message instanceof LastHttpContent;
        super.write(context, message, promise);
        if (isEnd) {
            requests.answerEnded();
            if (requests.isOver()) {
                ChannelFuture written = context.writeAndFlush(Unpooled.EMPTY_BUFFER);
                if (requests.isDiscarding()) {
                    written.addListener(_ -> endAfterRequest(context));
                } else {
                    written.addListener(ChannelFutureListener.CLOSE);
                }
            }
        }
    }

    /**
     * Closes the connection for writing, and reads on until the client closes it: a client that is
     * still sending would otherwise see an error before the answer.
     */
    private static void endAfterRequest(ChannelHandlerContext context) {
        var _ = ((DuplexChannel) context.channel()).shutdownOutput();
        var _ =
                context.executor()
                        .schedule(
                                () -> {
                                    var _ = context.close();
                                },
                                DISCARDING_TIMEOUT.toMillis(),
                                TimeUnit.MILLISECONDS);
        context.read();
    }
}
