package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.GatewaySettings;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/**
 * Reads requests without repairing them: Netty would drop the Content-Length of a request that has
 * a Transfer-Encoding too, and the attempt to smuggle could no longer be seen.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

    /** The method, the version and the blanks around the target. */
    private static final int REST_OF_REQUEST_LINE = 32;

    StrictRequestDecoder(GatewaySettings.Client limits) {
        super(
                new HttpDecoderConfig()
                        .setMaxInitialLineLength(limits.maxUriBytes() + REST_OF_REQUEST_LINE)
                        .setMaxHeaderSize(limits.maxHeaderBytes())
                        .setMaxChunkSize(64 * 1024));
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        // Both headers stay, so that the request is refused.
    }
}
