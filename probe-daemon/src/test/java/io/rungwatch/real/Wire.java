package io.rungwatch.real;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;

/** One request, and the connection on which it is answered. */
record Wire(Vertx vertx, NetSocket socket, String request) {
    /** Of `GET /NAME/file?query HTTP/1.1`. */
    String folder() {
        return path().split("/", 3)[1];
    }

    String file() {
        String[] parts = path().split("/", 3);
        return parts.length < 3 ? "" : parts[2];
    }

    private String path() {
        return request.split(" ", 3)[1];
    }

    private boolean isHead() {
        return request.startsWith("HEAD ");
    }

    void ok(String body, String... headers) {
        ok(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    void ok(byte[] body, String... headers) {
        Buffer answer = Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n");
        send(isHead() ? answer : answer.appendBytes(body));
    }

    void status(String status, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        send(Buffer.buffer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n" + more + "\r\n"));
    }

    /** Whatever it is. */
    void raw(String bytes) {
        send(Buffer.buffer(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    void cut(String bytes) {
        raw(bytes);
        close();
    }

    void close() {
        var unused = socket.close();
    }

    /** Until the other side has had enough. */
    void endless(String head, String piece) {
        raw(head);
        more(Buffer.buffer(piece.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void more(Buffer bytes) {
        var unused = socket.write(bytes).onSuccess(sent -> vertx.runOnContext(next -> more(bytes)));
    }

    /** A byte each second. */
    void trickle(String head) {
        raw(head);
        long timer = vertx.setPeriodic(1000, tick -> raw("#"));
        socket.closeHandler(closed -> vertx.cancelTimer(timer));
    }

    private void send(Buffer bytes) {
        var unused = socket.write(bytes);
    }
}
