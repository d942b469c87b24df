package io.rungwatch.bench;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What JAXB binds: the shape of an MPD, attributes as text, only as much of it as the benchmark's manifest has. */
@XmlRootElement(name = "MPD", namespace = JaxbMpd.NS)
@XmlAccessorType(XmlAccessType.FIELD)
final class JaxbMpd {
    static final String NS = "urn:mpeg:dash:schema:mpd:2011";

    @XmlAttribute
    @Nullable
    String profiles;

    @XmlAttribute
    @Nullable
    String type;

    @XmlAttribute
    @Nullable
    String availabilityStartTime;

    @XmlAttribute
    @Nullable
    String publishTime;

    @XmlAttribute
    @Nullable
    String minimumUpdatePeriod;

    @XmlAttribute
    @Nullable
    String timeShiftBufferDepth;

    @XmlAttribute
    @Nullable
    String maxSegmentDuration;

    @XmlAttribute
    @Nullable
    String minBufferTime;

    @XmlElement(name = "Period", namespace = NS)
    List<Period> periods = new ArrayList<>();

    @XmlElement(name = "UTCTiming", namespace = NS)
    List<Descriptor> utcTimings = new ArrayList<>();

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Period {
        @XmlAttribute
        @Nullable
        String id;

        @XmlAttribute
        @Nullable
        String start;

        @XmlAttribute
        @Nullable
        String duration;

        @XmlElement(name = "AdaptationSet", namespace = NS)
        List<AdaptationSet> sets = new ArrayList<>();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class AdaptationSet {
        @XmlAttribute
        @Nullable
        String id;

        @XmlAttribute
        @Nullable
        String contentType;

        @XmlAttribute
        @Nullable
        String mimeType;

        @XmlAttribute
        @Nullable
        String lang;

        @XmlAttribute
        @Nullable
        String segmentAlignment;

        @XmlElement(name = "Role", namespace = NS)
        List<Descriptor> roles = new ArrayList<>();

        @XmlElement(name = "SegmentTemplate", namespace = NS)
        @Nullable
        SegmentTemplate template;

        @XmlElement(name = "Representation", namespace = NS)
        List<Representation> representations = new ArrayList<>();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Representation {
        @XmlAttribute
        @Nullable
        String id;

        @XmlAttribute
        @Nullable
        String bandwidth;

        @XmlAttribute
        @Nullable
        String width;

        @XmlAttribute
        @Nullable
        String height;

        @XmlAttribute
        @Nullable
        String codecs;

        @XmlAttribute
        @Nullable
        String frameRate;

        @XmlAttribute
        @Nullable
        String audioSamplingRate;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class SegmentTemplate {
        @XmlAttribute
        @Nullable
        String timescale;

        @XmlAttribute
        @Nullable
        String media;

        @XmlAttribute
        @Nullable
        String initialization;

        @XmlAttribute
        @Nullable
        String startNumber;

        @XmlElement(name = "SegmentTimeline", namespace = NS)
        @Nullable
        SegmentTimeline timeline;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class SegmentTimeline {
        @XmlElement(name = "S", namespace = NS)
        List<S> runs = new ArrayList<>();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class S {
        @XmlAttribute
        @Nullable
        String t;

        @XmlAttribute
        @Nullable
        String d;

        @XmlAttribute
        @Nullable
        String r;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Descriptor {
        @XmlAttribute
        @Nullable
        String schemeIdUri;

        @XmlAttribute
        @Nullable
        String value;
    }
}
