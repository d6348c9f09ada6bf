package dev.socialhub.shared.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** Writes answers: those to HEAD without a body, and a broken request's as the last. */
final class ServiceResponseEncoder extends HttpResponseEncoder {

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
                context.writeAndFlush(Unpooled.EMPTY_BUFFER)
                        .addListener(ChannelFutureListener.CLOSE);
            }
        }
    }
}
