package io.rungwatch.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server and passes everything on, until its connections are cut: whoever wants to go on needs new ones. */
final class Relay implements AutoCloseable {
    private static final int BACKLOG = 500;

    private final ServerSocket socket;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param port of the server, on loopback */
    Relay(int port) throws IOException {
        this.port = port;
        socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void cut() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket asking = socket.accept();
                Socket asked = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> pass(asking, asked));
                Thread.ofVirtual().start(() -> pass(asked, asking));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void pass(Socket from, Socket to) {
        open.add(from);
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut, or who asked is gone.
        } finally {
            open.remove(from);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        cut();
    }
}
