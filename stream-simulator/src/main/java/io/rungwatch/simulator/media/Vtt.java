package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Bytes;
import java.util.List;

/** WebVTT as HLS has it: cues count from the start of the segment, and one line says when that is. */
record Vtt(Captions captions) implements Wrapping {
    @Override
    public Body body(List<Cut> cuts) {
        Cut cut = cuts.getFirst();
        long after = cuts.getLast().after();
        StringBuilder text = new StringBuilder(1024)
                .append("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:")
                .append(Stamps.wrapped(cut.on90kHz(cut.first())))
                .append(",LOCAL:00:00:00.000\n\n");
        for (long frame = cut.first(); frame < after; frame++) {
            long second = frame - cut.first();
            text.append(time(second)).append(" --> ").append(time(second + 1)).append('\n');
            text.append(captions.text(frame)).append("\n\n");
        }
        return Bytes.of(text.toString());
    }

    private static String time(long second) {
        return "%02d:%02d:%02d.000".formatted(second / 3600, second / 60 % 60, second % 60);
    }
}
