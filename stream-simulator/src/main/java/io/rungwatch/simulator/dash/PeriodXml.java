package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.dash.AdaptationSet.Representation;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Rung;
import java.math.BigDecimal;

/** A Period as a tree, down to the representations. */
final class PeriodXml {
    private PeriodXml() {}

    static Xml of(Mpd mpd, Period period) {
        Long duration = period.duration();
        Xml root = new Xml("Period")
                .with("id", period.id())
                .with("start", MpdXml.duration(period.start()))
                .with("duration", duration == null ? null : MpdXml.duration(duration));
        if (period.baseUrl() != null) {
            root.add("BaseURL").containing(period.baseUrl());
        }
        if (!period.splices().isEmpty()) {
            events(root, period);
        }
        for (AdaptationSet set : period.sets()) {
            root.add(set(mpd, set));
        }
        return root;
    }

    private static void events(Xml root, Period period) {
        Xml stream = root.add("EventStream")
                .with("schemeIdUri", "urn:scte:scte35:2014:xml+bin")
                .with("timescale", 1000);
        for (Period.Splice splice : period.splices()) {
            stream.add("Event")
                    .with("presentationTime", splice.at())
                    .with("duration", splice.length())
                    .with("id", splice.event())
                    .add("scte35:Signal")
                    .add("scte35:Binary")
                    .containing(splice.marker());
        }
    }

    private static Xml set(Mpd mpd, AdaptationSet set) {
        Rendition first = set.representations().getFirst().rendition();
        Xml root = new Xml("AdaptationSet")
                .with("id", set.id())
                .with("contentType", content(first))
                .with("mimeType", mime(first))
                .with("lang", first.language())
                .with("segmentAlignment", "true")
                .with("startWithSAP", 1);
        if (set.kid() != null) {
            ProtectionXml.add(root, set.kid());
        }
        if (set.template().early() != null) {
            producer(root, mpd);
        }
        Audio audio = first.audio();
        if (audio != null) {
            root.with("audioSamplingRate", set.template().timescale());
            root.add("AudioChannelConfiguration")
                    .with("schemeIdUri", "urn:mpeg:dash:23003:3:audio_channel_configuration:2011")
                    .with("value", audio.channels());
        }
        root.add("Role")
                .with("schemeIdUri", "urn:mpeg:dash:role:2011")
                .with("value", first.type() == Rendition.Type.SUBTITLES ? "subtitle" : "main");
        root.add(TemplateXml.of(set.template()));
        set.representations().forEach(row -> root.add(representation(row)));
        return root;
    }

    /** The media timeline begins when the channel's first picture was taken. */
    private static void producer(Xml root, Mpd mpd) {
        root.add("ProducerReferenceTime")
                .with("id", 0)
                .with("type", "encoder")
                .with("wallClockTime", MpdXml.date(mpd.channel().timeline().start(0)))
                .with("presentationTime", 0);
    }

    private static Xml representation(Representation row) {
        Rendition rendition = row.rendition();
        Xml root = new Xml("Representation")
                .with("id", row.id())
                .with("bandwidth", rendition.bitrate())
                .with("codecs", codecs(rendition));
        Rung rung = rendition.rung();
        if (rung != null) {
            BigDecimal rate = BigDecimal.valueOf(rung.frameRate()).stripTrailingZeros();
            root.with("width", rung.width())
                    .with("height", rung.height())
                    .with(
                            "frameRate",
                            rate.scale() <= 0 ? rate.toPlainString() : Math.round(rung.frameRate() * 1001) + "/1001");
        }
        return root;
    }

    private static String codecs(Rendition rendition) {
        if (rendition.rung() != null) {
            return rendition.rung().codec();
        }
        return rendition.audio() == null ? "wvtt" : rendition.audio().codec();
    }

    private static String content(Rendition rendition) {
        return switch (rendition.type()) {
            case VIDEO -> "video";
            case AUDIO -> "audio";
            case SUBTITLES -> "text";
        };
    }

    private static String mime(Rendition rendition) {
        return switch (rendition.type()) {
            case VIDEO -> "video/mp4";
            case AUDIO -> "audio/mp4";
            case SUBTITLES -> "application/mp4";
        };
    }
}
