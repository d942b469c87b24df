package io.rungwatch.real;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes every connection, reads what is asked, and never answers. */
final class BlackHole implements AutoCloseable {
    private static final int BACKLOG = 500;

    private final ServerSocket socket;

    BlackHole() throws IOException {
        socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket asking = socket.accept();
                Thread.ofVirtual().start(() -> listen(asking));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** Until nobody waits any more. */
    private static void listen(Socket asking) {
        try (asking) {
            asking.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Who asked is gone.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
