package io.rungwatch.notify;

import io.rungwatch.Version;
import io.rungwatch.url.Url;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.codec.BodyCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Somebody else's server that is told things by POST, one at a time. It is believed nothing: what it answers is bounded in bytes and
 * time, where it redirects to is not gone, and what is told of its failures names its host only, for the rest of its address may be the secret.
 */
final class Receiver implements AutoCloseable {
    private final Vertx vertx;
    private final Url url;
    private final Duration patience;
    private final Wording wording;
    private WebClient client;

    /** @param secrets that the address and the requests hold: no text of a failure repeats a part of them */
    Receiver(Vertx vertx, Url url, Duration patience, List<String> secrets) {
        this.vertx = vertx;
        this.url = url;
        this.patience = patience;
        this.wording = new Wording(url, secrets);
        this.client = connect();
    }

    /** Returns when it was taken. */
    void post(String body, Map<String, String> headers) throws Undelivered, InterruptedException {
        HttpResponse<Buffer> answer = answer(body, headers);
        switch (Verdict.of(answer.statusCode())) {
            case TAKEN -> {}
            case FAILED -> throw Undelivered.failed(wording.answered(answer));
            case REFUSED -> throw Undelivered.refused(wording.answered(answer));
        }
    }

    private HttpResponse<Buffer> answer(String body, Map<String, String> headers)
            throws Undelivered, InterruptedException {
        try {
            return request(headers)
                    .sendBuffer(Buffer.buffer(body))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hangUp();
            throw Undelivered.failed(wording.silent(patience));
        } catch (ExecutionException e) {
            hangUp();
            throw Undelivered.failed(wording.unreached(e));
        } catch (InterruptedException e) {
            hangUp();
            throw e;
        }
    }

    private HttpRequest<Buffer> request(Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setHost(url.address())
                .setPort(url.port())
                .setSsl(url.secure())
                .setURI(url.target());
        HttpRequest<Buffer> request = client.request(HttpMethod.POST, options)
                .as(firstBytes())
                .timeout(patience.toMillis())
                .putHeader("Content-Type", "application/json");
        headers.forEach(request::putHeader);
        return request;
    }

    private static BodyCodec<Buffer> firstBytes() {
        return FirstBytes::new;
    }

    /** What is still on its way to us is not waited for. */
    private void hangUp() {
        client.close();
        client = connect();
    }

    private WebClient connect() {
        return WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(false)
                        .setUserAgent("rungwatch/" + Version.text())
                        .setConnectTimeout((int) patience.toMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setIdleTimeout((int) patience.toMillis() * 2));
    }

    @Override
    public void close() {
        client.close();
    }
}
