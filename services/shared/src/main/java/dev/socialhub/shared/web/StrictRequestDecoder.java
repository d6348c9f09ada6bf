package dev.socialhub.shared.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMessageDecoderResult;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.util.List;

/**
 * Reads requests as RFC 9112 writes them and repairs nothing. Netty's own decoder forgives what
 * another server reads differently, so that one request could be two behind it: it cuts the sizes
 * of chunks to 32 bits, drops one of two lengths, and joins lines. What is refused comes out as a
 * request, or as the end of one, with a failed result; nothing that follows it is read.
 */
public class StrictRequestDecoder extends HttpRequestDecoder {

    /** The method, the version and the blanks around the target. */
    private static final int REST_OF_REQUEST_LINE = 32;

    private static final int MAX_CONTENT = 64 * 1024;

    private enum Place {
        BEFORE_REQUEST,
        REQUEST_LINE,
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILERS,
        REFUSED
    }

    private Place place = Place.BEFORE_REQUEST;
    private int headBytes;
    private int headerNames;
    private int methodEnd;
    private int targetEnd;
    private int lengths;

    /** Bytes of the chunk that are still to come, its line and its end included. */
    private long chunkLeft;

    /**
     * Reads requests up to these sizes.
     *
     * @param maxUriBytes of the request's target
     * @param maxHeaderBytes of all header lines together
     */
    public StrictRequestDecoder(int maxUriBytes, int maxHeaderBytes) {
        super(
                new HttpDecoderConfig()
                        .setMaxInitialLineLength(maxUriBytes + REST_OF_REQUEST_LINE)
                        .setMaxHeaderSize(maxHeaderBytes)
                        .setMaxChunkSize(MAX_CONTENT));
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
            throws Exception {
        if (place == Place.BEFORE_REQUEST && !findsRequest(in)) {
            return;
        }
        if (place == Place.REQUEST_LINE) {
            checkFirstByte(in, out);
        } else if (place == Place.CHUNK_SIZE) {
            readChunkSize(in, out);
        }
        if (place == Place.REFUSED) {
            in.skipBytes(in.readableBytes());
        } else if (place != Place.CHUNK_SIZE) {
            decodeOne(context, in, out);
        }
    }

    private void decodeOne(ChannelHandlerContext context, ByteBuf in, List<Object> out)
            throws Exception {
        int before = in.readerIndex();
        int known = out.size();
        super.decode(context, in, out);
        int taken = in.readerIndex() - before;
        if (place == Place.HEAD) {
            headBytes += taken;
        } else if (place == Place.CHUNK) {
            chunkLeft -= taken;
            place = chunkLeft == 0 ? Place.CHUNK_SIZE : Place.CHUNK;
        }
        if (out.size() > known) {
            follow((HttpObject) out.get(known), (HttpObject) out.getLast(), in);
        }
    }

    /** Where the next byte stands after a request's head, or after a part of its body. */
    private void follow(HttpObject first, HttpObject last, ByteBuf in) {
        if (first.decoderResult().isFailure() || last.decoderResult().isFailure()) {
            place = Place.REFUSED;
        } else if (first instanceof HttpRequest request && isFolded(request)) {
            refuse(request, new AmbiguousLengthException("a folded header line"), in);
        } else if (first instanceof HttpRequest request && !isLengthPlain(request)) {
            refuse(request, new AmbiguousLengthException("transfer coding"), in);
        } else if (last instanceof LastHttpContent) {
            place = Place.BEFORE_REQUEST;
        } else if (first instanceof HttpRequest request) {
            boolean chunked = request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
            place = chunked ? Place.CHUNK_SIZE : Place.BODY;
        }
    }

    private void refuse(HttpObject refused, Exception cause, ByteBuf in) {
        refused.setDecoderResult(DecoderResult.failure(cause));
        place = Place.REFUSED;
        in.skipBytes(in.readableBytes());
    }

    // ---- the head

    /** Passes over empty lines; whether the first byte of a request is there. */
    private boolean findsRequest(ByteBuf in) {
        while (in.isReadable() && in.getByte(in.readerIndex()) == HttpConstants.CR) {
            if (in.readableBytes() == 1) {
                return false;
            }
            if (in.getByte(in.readerIndex() + 1) != HttpConstants.LF) {
                break;
            }
            in.skipBytes(2);
        }
        if (in.isReadable()) {
            place = Place.REQUEST_LINE;
        }
        return in.isReadable();
    }

    /** Netty would pass over blanks and control characters before a request. */
    private void checkFirstByte(ByteBuf in, List<Object> out) {
        if (isBlankOrControl(in.getByte(in.readerIndex()))) {
            HttpMessage refused = createInvalidMessage();
            refuse(refused, new IllegalArgumentException("malformed request line"), in);
            out.add(refused);
        } else {
            place = Place.HEAD;
            headBytes = 0;
            headerNames = 0;
            lengths = 0;
        }
    }

    /**
     * Whether a line was taken for a part of the one before it: there are more lines than names.
     * All lines end with CR and LF, the request line and the empty one too.
     */
    private boolean isFolded(HttpRequest request) {
        if (!(request.decoderResult() instanceof HttpMessageDecoderResult sizes)) {
            throw new IllegalStateException("Netty no longer reports the size of a head");
        }
        int lineEnds = headBytes - sizes.initialLineLength() - sizes.headerSize();
        return lineEnds != 2 * (headerNames + 2);
    }

    private static boolean isBlankOrControl(byte b) {
        return (b >= 0 && b <= HttpConstants.SP) || b == 0x7F;
    }

    @Override
    protected String splitFirstWordInitialLine(byte[] line, int start, int length) {
        methodEnd = start + length;
        return super.splitFirstWordInitialLine(line, start, length);
    }

    @Override
    protected String splitSecondWordInitialLine(byte[] line, int start, int length) {
        requireOneBlank(line, methodEnd, start);
        targetEnd = start + length;
        return super.splitSecondWordInitialLine(line, start, length);
    }

    @Override
    protected String splitThirdWordInitialLine(byte[] line, int start, int length) {
        requireOneBlank(line, targetEnd, start);
        return super.splitThirdWordInitialLine(line, start, length);
    }

    private static void requireOneBlank(byte[] line, int end, int start) {
        if (start != end + 1 || line[end] != HttpConstants.SP) {
            throw new IllegalArgumentException("the request line is not divided by single blanks");
        }
    }

    // ---- the length

    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        AsciiString name = super.splitHeaderName(line, start, length);
        headerNames++;
        // Netty would leave one of them, in HTTP/1.0 the first whatever the others say.
        if (HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name) && ++lengths > 1) {
            throw new AmbiguousLengthException("two lengths");
        }
        return name;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new AmbiguousLengthException("both a length and a transfer coding");
    }

    private static boolean isLengthPlain(HttpRequest request) {
        if (!request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return true;
        }
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst())
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
    }

    private void readChunkSize(ByteBuf in, List<Object> out) {
        int available = Math.min(in.readableBytes(), ChunkSizeLine.MAX_BYTES);
        int length = in.bytesBefore(available, HttpConstants.LF);
        if (length < 0 && available < ChunkSizeLine.MAX_BYTES) {
            return;
        }
        long size = length < 0 ? ChunkSizeLine.MALFORMED : ChunkSizeLine.size(in, length);
        if (size == ChunkSizeLine.MALFORMED) {
            LastHttpContent end = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
            refuse(end, new AmbiguousLengthException("the size of a chunk"), in);
            out.add(end);
        } else if (size == 0) {
            place = Place.TRAILERS;
        } else {
            place = Place.CHUNK;
            chunkLeft = length + 1 + size + 2;
        }
    }
}
