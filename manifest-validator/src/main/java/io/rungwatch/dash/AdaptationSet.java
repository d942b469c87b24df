package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

public record AdaptationSet(
        Place at,
        @Nullable String id,
        String contentType,
        String mimeType,
        String language,
        @Nullable Link link,
        boolean producerReferenceTime,
        boolean inbandEvents,
        List<BaseUrl> baseUrls,
        List<SegmentInfo> segments,
        List<Protection> protections,
        List<Descriptor> roles,
        List<Descriptor> accessibilities,
        List<Descriptor> essentials,
        List<Descriptor> supplements,
        List<Representation> representations) {
    static AdaptationSet of(Element element, Values values) {
        List<Representation> representations = new ArrayList<>();
        for (Element representation : values.capped(element, "Representation", Period.MOST)) {
            representations.add(Representation.of(representation, element, values));
        }
        String mimeType = text(element, "mimeType");
        return new AdaptationSet(
                element.at,
                element.attribute("id"),
                contentType(element, mimeType, representations),
                mimeType,
                text(element, "lang"),
                Link.remote(element),
                hasReferenceTime(element),
                element.child("InbandEventStream") != null,
                BaseUrl.of(element, values),
                SegmentInfo.all(element, values),
                Protection.of(element),
                Descriptor.of(element, "Role"),
                Descriptor.of(element, "Accessibility"),
                Descriptor.of(element, "EssentialProperty"),
                Descriptor.of(element, "SupplementalProperty"),
                List.copyOf(representations));
    }

    /** video, audio, text, image; empty where neither the set nor its Representations say so. */
    private static String contentType(Element element, String mimeType, List<Representation> representations) {
        String said = element.attribute("contentType");
        if (said != null) {
            return said.strip().toLowerCase(Locale.ROOT);
        }
        Element component = element.child("ContentComponent");
        String inside = component == null ? null : component.attribute("contentType");
        if (inside != null) {
            return inside.strip().toLowerCase(Locale.ROOT);
        }
        String mime = mimeType.isEmpty() && !representations.isEmpty()
                ? representations.getFirst().mimeType()
                : mimeType;
        String type = mime.substring(0, Math.max(0, mime.indexOf('/'))).toLowerCase(Locale.ROOT);
        String codecs =
                representations.isEmpty() ? "" : representations.getFirst().codecs();
        boolean words = type.equals("application") && (codecs.matches("(stpp|wvtt).*") || mime.contains("ttml"));
        return words ? "text" : type;
    }

    private static boolean hasReferenceTime(Element element) {
        return element.child("ProducerReferenceTime") != null
                || element.children("Representation").stream().anyMatch(r -> r.child("ProducerReferenceTime") != null);
    }

    private static String text(Element element, String name) {
        String text = element.attribute(name);
        return text == null ? "" : text.strip();
    }

    /** Pictures for fast forward, or thumbnails. */
    public boolean isTrickMode() {
        return essentials.stream()
                .anyMatch(p -> p.scheme() != null && p.scheme().contains("trickmode"));
    }

    public boolean is(String type) {
        return contentType.equals(type);
    }

    /** As operators would call it: video, or audio vi. */
    public String name() {
        String type = contentType.isEmpty() ? "set" : contentType;
        String which = language.isEmpty() ? id == null ? "in line " + at.line() : id : language;
        return type + " " + which;
    }
}
