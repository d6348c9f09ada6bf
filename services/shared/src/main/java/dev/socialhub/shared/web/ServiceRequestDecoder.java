package dev.socialhub.shared.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/** Reads requests for the framework's handlers, and fails on errors that these would not detect. */
final class ServiceRequestDecoder extends StrictRequestDecoder {

    private final UnansweredRequests requests;

    ServiceRequestDecoder(int maxUriBytes, int maxHeaderBytes, UnansweredRequests requests) {
        super(maxUriBytes, maxHeaderBytes);
        this.requests = requests;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (requests.isDiscarding()) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (requests.isDiscarding()) {
            context.read();
        } else {
            super.channelReadComplete(context);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
            throws Exception {
        int known = out.size();
        super.decode(context, in, out);
        if (out.size() > known) {
            requests.receiving(!(out.getLast() instanceof LastHttpContent));
        }
        // The framework takes the end of a broken body for the end of a whole one.
        if (out.size() > known
                && out.getLast() instanceof HttpContent part
                && !(part instanceof HttpRequest)
                && part.decoderResult().isFailure()) {
            out.removeLast();
            requests.broken();
            if (requests.isOver()) {
                var _ = context.close();
            }
            throw new DecoderException(part.decoderResult().cause());
        }
    }

    @Override
    protected HttpMessage createMessage(String[] requestLine) throws Exception {
        HttpRequest request = (HttpRequest) super.createMessage(requestLine);
        HttpMethod method = request.method();
        // The framework would read "post" as POST.
        if (!io.micronaut.http.HttpMethod.parse(method.name()).name().equals(method.name())) {
            throw new IllegalArgumentException("unknown method");
        }
        requests.asked(method);
        return method.equals(HttpMethod.HEAD) ? new HeadRequest(request) : request;
    }

    @Override
    protected HttpMessage createInvalidMessage() {
        // Netty says 1.0, whose answers don't say that the connection is closed.
        HttpMessage refused = super.createInvalidMessage().setProtocolVersion(HttpVersion.HTTP_1_1);
        requests.asked(HttpMethod.GET);
        return refused;
    }
}
