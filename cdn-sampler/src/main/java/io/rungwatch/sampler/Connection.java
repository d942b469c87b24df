package io.rungwatch.sampler;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.rungwatch.exchange.Secured;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection to one address: one question at a time, and the answer to the visit that asked. */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of a write or a close is told by the channel's own events
final class Connection extends ChannelInboundHandlerAdapter {
    private final HostPool pool;
    private final Channel channel;
    private final InetAddress address;
    private final String remote;
    private final ChannelHandlerContext self;
    private final AnswerDecoder decoder = new AnswerDecoder(this);
    private @Nullable Visit visit;
    private Answer answer = Answer.NOBODY_ASKED;
    private boolean askedForHead;
    private boolean reused;
    private boolean spoiled;
    private long idleSince;

    Connection(HostPool pool, Channel channel, InetAddress address, String remote) {
        this.pool = pool;
        this.channel = channel;
        this.address = address;
        this.remote = remote;
        channel.pipeline().addBefore("handler", "decoder", decoder).addBefore("handler", "exchange", this);
        self = channel.pipeline().context(this);
    }

    void ask(Visit asking, Answer empty, boolean forHead, ByteBuf request) {
        visit = asking;
        answer = empty;
        askedForHead = forHead;
        // From here, not from the end of the pipeline: the socket's own handler has nothing to add.
        self.writeAndFlush(request, channel.voidPromise());
    }

    /** The visit is over before its answer: what still comes belongs to nobody, so the connection cannot be used again. */
    void abandon() {
        visit = null;
        channel.close();
    }

    void arrived(int bytes) {
        if (visit != null) {
            if (answer.untouched()) {
                visit.firstByte();
            }
            answer.arrived(bytes);
            visit.goesOn();
        }
    }

    /** Whether these bytes are all of an answer that needs no decoder. */
    boolean isPlain(ByteBuf bytes) {
        return visit != null && answer.mayBePlain() && pool.plainAnswer().read(bytes, answer.limits());
    }

    void readPlain() {
        answer.accept(pool.plainAnswer());
    }

    void decoded() {
        if (visit != null) {
            try {
                answer.checkSize();
            } catch (BadAnswer bad) {
                give(bad);
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (visit == null || answer.complete()) {
                spoiled = true;
            } else {
                answer.accept((HttpObject) message);
            }
        } catch (BadAnswer bad) {
            give(bad);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    /** Only here is it certain that nothing came behind the end of the answer. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        Visit asked = visit;
        Answer given = answer;
        if (asked != null && given.enough()) {
            visit = null;
            reused = true;
            // The next in the queue asks at once, and what the connection holds is its answer from then on.
            if (given.reusable() && healthy()) {
                pool.release(this);
            } else {
                channel.close();
            }
            asked.answered(given, remote);
        } else if (spoiled) {
            channel.close();
        }
    }

    private void give(BadAnswer bad) {
        Visit asked = visit;
        abandon();
        if (asked != null) {
            asked.fail(bad.failure(), remote + ": " + bad.detail());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Visit asked = visit;
        visit = null;
        pool.closed(this);
        if (asked != null) {
            asked.brokeOff(answer, this, "");
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Visit asked = visit;
        abandon();
        if (asked != null) {
            asked.brokeOff(answer, this, String.valueOf(cause.getMessage()));
        }
    }

    boolean healthy() {
        return channel.isActive() && !spoiled && !decoder.hasLeftovers();
    }

    boolean askedForHead() {
        return askedForHead;
    }

    boolean reused() {
        return reused;
    }

    Optional<Secured> secured() {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        return tls == null ? Optional.empty() : TlsTrouble.secured(tls.engine().getSession());
    }

    Channel channel() {
        return channel;
    }

    InetAddress address() {
        return address;
    }

    String remote() {
        return remote;
    }

    long idleSince() {
        return idleSince;
    }

    void idleSince(long now) {
        idleSince = now;
    }
}
