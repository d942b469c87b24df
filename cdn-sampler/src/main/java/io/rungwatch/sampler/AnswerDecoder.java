package io.rungwatch.sampler;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;

/**
 * Netty's HTTP decoder, as forgiving as players are (bare line feeds, a Content-Length said twice alike or beside chunks), with its own limits out of the
 * way: those of the fetch are kept by {@link Answer}.
 */
final class AnswerDecoder extends HttpResponseDecoder {
    private static final int BEYOND_OUR_LIMITS = 1 << 20;

    private final Connection connection;

    AnswerDecoder(Connection connection) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(BEYOND_OUR_LIMITS)
                .setMaxHeaderSize(BEYOND_OUR_LIMITS)
                .setMaxChunkSize(64 << 10)
                .setAllowDuplicateContentLengths(true)
                .setUseRfc9112TransferEncoding(false)
                .setStrictLineParsing(false));
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object input) throws Exception {
        ByteBuf bytes = (ByteBuf) input;
        boolean plain = !hasLeftovers() && connection.isPlain(bytes);
        connection.arrived(bytes.readableBytes());
        if (plain) {
            bytes.release();
            connection.readPlain();
        } else {
            super.channelRead(ctx, input);
            connection.decoded();
        }
    }

    /** The answer to a HEAD says how long its body would be, and has none. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return connection.askedForHead() || super.isContentAlwaysEmpty(message);
    }

    /** Bytes behind the end of an answer: the next one on this connection would be read wrong. */
    boolean hasLeftovers() {
        return actualReadableBytes() > 0;
    }
}
