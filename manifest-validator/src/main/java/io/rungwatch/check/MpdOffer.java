package io.rungwatch.check;

import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Descriptor;
import io.rungwatch.dash.Period;
import io.rungwatch.dash.Representation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tracks of one type in a Period. `languages` are empty where one may be any. */
record MpdOffer(List<Named> tracks, boolean mayBeMuxed) implements Tracks.Offer {
    record Named(List<String> languages, Tracks.Track track) {
        boolean serves(String language) {
            return languages.isEmpty() || languages.stream().anyMatch(offered -> Language.serves(offered, language));
        }
    }

    static MpdOffer of(Period period, String type) {
        List<Named> tracks = new ArrayList<>();
        boolean muxed = false;
        for (AdaptationSet set : period.sets()) {
            if (set.is(type)) {
                List<String> languages = set.language().isEmpty() ? List.of() : List.of(set.language());
                tracks.add(new Named(languages, new Tracks.Track(set.at().line(), codecs(set))));
            } else {
                muxed |= type.equals("audio") && codecs(set).stream().anyMatch(MpdOffer::isSound);
            }
        }
        return new MpdOffer(List.copyOf(tracks), muxed);
    }

    /** Within the pictures, as ATSC and ANSI number them: eng, CC1=eng;CC3=swe, or 1=lang:eng;2=lang:deu,easy. */
    static MpdOffer captions(Period period) {
        List<Named> tracks = new ArrayList<>();
        for (AdaptationSet set : period.sets()) {
            for (Descriptor descriptor : set.accessibilities()) {
                if (descriptor.scheme() != null && descriptor.scheme().contains("cea-")) {
                    Tracks.Track track = new Tracks.Track(descriptor.at().line(), List.of());
                    tracks.add(new Named(languages(descriptor.value()), track));
                }
            }
        }
        return new MpdOffer(List.copyOf(tracks), false);
    }

    private static List<String> languages(@Nullable String value) {
        return value == null || value.isBlank()
                ? List.of()
                : Arrays.stream(value.split(";", 65))
                        .map(service ->
                                service.substring(service.indexOf('=') + 1).strip())
                        .map(service -> service.startsWith("lang:") ? service.substring(5) : service)
                        .toList();
    }

    private static List<String> codecs(AdaptationSet set) {
        return set.representations().stream()
                .map(Representation::codecs)
                .filter(codecs -> !codecs.isEmpty())
                .flatMap(codecs -> Arrays.stream(codecs.split(" *, *", -1)))
                .toList();
    }

    private static boolean isSound(String codec) {
        return CodecFamily.isAudio(CodecFamily.of(codec));
    }

    @Override
    public boolean none() {
        return tracks.isEmpty();
    }

    @Override
    public List<Tracks.Track> in(String language) {
        return tracks.stream()
                .filter(track -> track.serves(language))
                .map(Named::track)
                .toList();
    }

    @Override
    public List<Integer> rungsWithout(String language) {
        return List.of();
    }
}
