package io.rungwatch.real;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A name service for which every name is this machine, until it falls silent. */
final class Names implements AutoCloseable {
    private static final int DNS = 53;
    private static final int HEAD = 12;
    private static final int LARGEST = 512;
    private static final short ANSWER = (short) 0x8180;
    private static final short POINTER_TO_THE_QUESTION = (short) 0xc00c;
    private static final int SECONDS = 1;

    private final String address;
    private final DatagramSocket socket;
    private volatile boolean silent;

    /** @param address one of loopback that nobody else has: resolv.conf knows no ports */
    Names(String address) throws IOException {
        this.address = address;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), DNS));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** A command whose process asks nobody else. */
    List<String> only(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("resolv.conf"), "nameserver " + address + "\n");
        String mounted = "mount --bind '" + file + "' /etc/resolv.conf && exec \"$@\"";
        return List.of("unshare", "--mount", "sh", "-c", mounted, "sh");
    }

    void silence(boolean wanted) {
        silent = wanted;
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[LARGEST], LARGEST);
                socket.receive(question);
                if (!silent) {
                    byte[] answer = answer(question.getData(), question.getLength());
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** To the first question; for addresses of other kinds there is none. */
    private static byte[] answer(byte[] question, int length) {
        int end = HEAD;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        boolean ipv4 = question[end + 2] == 1;
        ByteBuffer answer = ByteBuffer.allocate(length + 2 * LARGEST);
        answer.put(question, 0, end + 5);
        answer.putShort(2, ANSWER).putShort(6, (short) (ipv4 ? 1 : 0));
        answer.putShort(8, (short) 0).putShort(10, (short) 0);
        if (ipv4) {
            answer.putShort(POINTER_TO_THE_QUESTION).putShort((short) 1).putShort((short) 1);
            answer.putInt(SECONDS).putShort((short) 4).put(new byte[] {127, 0, 0, 1});
        }
        byte[] bytes = new byte[answer.position()];
        answer.get(0, bytes);
        return bytes;
    }

    @Override
    public void close() {
        socket.close();
    }
}
