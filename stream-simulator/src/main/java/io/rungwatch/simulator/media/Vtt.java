package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Bytes;
import java.nio.charset.StandardCharsets;

/** WebVTT as HLS has it: cues count from the start of the segment, and one line says when that is. */
record Vtt(Captions captions) implements Wrapping {
    @Override
    public int unit() {
        return 0;
    }

    @Override
    public long length(Cut cut) {
        return body(cut, 0).length();
    }

    @Override
    public Body body(Cut cut, long padding) {
        StringBuilder text = new StringBuilder(1024)
                .append("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:")
                .append(Stamps.wrapped(cut.on90kHz(cut.first())))
                .append(",LOCAL:00:00:00.000\n\n");
        for (long frame = cut.first(); frame < cut.after(); frame++) {
            long second = frame - cut.first();
            text.append(time(second)).append(" --> ").append(time(second + 1)).append('\n');
            text.append(captions.text(frame)).append("\n\n");
        }
        return new Bytes(cut.spoiled(text.toString().getBytes(StandardCharsets.UTF_8), 0));
    }

    private static String time(long second) {
        return "%02d:%02d:%02d.000".formatted(second / 3600, second / 60 % 60, second % 60);
    }
}
