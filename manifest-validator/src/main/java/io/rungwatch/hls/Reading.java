package io.rungwatch.hls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document being read: goes through its lines, hands each tag to its reader, and at the end says what it was. */
final class Reading {
    /** A day of two-second segments is 43,200; lists beyond this break television sets. Holds for every list of the model. */
    static final int MAX_LIST = 50_000;

    /** Of a kind of tag that goes with no segment; beyond them there may be one for each segment. */
    static final int MAX_TAGS = 10_000;

    private static final int MAX_ATTRIBUTES = 250_000;
    private static final long MEDIA = tags(Tag.Scope.MEDIA);
    private static final long MULTIVARIANT = tags(Tag.Scope.MULTIVARIANT);

    final byte[] bytes;
    final Problems problems = new Problems();
    final HlsScanner line;
    final Outside outside;
    final Variables variables = new Variables();
    final Dates dates = new Dates();
    final MediaBuilder media;
    final MultivariantBuilder multivariant;

    long seen;
    int version = 1;

    @Nullable
    Start start;

    List<Define> defines = List.of();
    List<UnknownTag> unknown = List.of();
    private int attributeRoom = MAX_ATTRIBUTES;

    Reading(byte[] bytes, Outside outside) {
        this.bytes = bytes;
        this.outside = outside;
        this.line = new HlsScanner(bytes, problems);
        this.media = new MediaBuilder(this);
        this.multivariant = new MultivariantBuilder(this);
    }

    private static long tags(Tag.Scope scope) {
        long bits = 0;
        for (Tag tag : Tag.values()) {
            bits |= tag.scope() == scope ? tag.bit() : 0;
        }
        return bits;
    }

    HlsDocument read() {
        while (line.next()) {
            switch (line.kind()) {
                case TAG -> tag();
                case URI -> uri();
                case BLANK, COMMENT, SKIPPED -> {}
            }
        }
        multivariant.finish();
        media.finish();
        return looksMultivariant() ? new MultivariantPlaylist(this) : new MediaPlaylist(this);
    }

    private boolean looksMultivariant() {
        return (seen & MULTIVARIANT) != 0 && media.isEmpty();
    }

    private void tag() {
        Tag tag = line.tag();
        if (tag == null) {
            unknown();
            return;
        }
        if (tag.once() && has(tag)) {
            line.problem(ProblemKind.REPEATED_TAG);
            return;
        }
        if (tag.scope() != Tag.Scope.ANY && (seen & (tag.scope() == Tag.Scope.MEDIA ? MULTIVARIANT : MEDIA)) != 0) {
            line.once(ProblemKind.MIXED_TAGS, line.start(), line.stop());
        }
        seen |= tag.bit();
        tag.read(this);
    }

    private void uri() {
        if (multivariant.waitsForUri()) {
            multivariant.uri(expanded(line.text()));
        } else if ((seen & MULTIVARIANT) != 0 && (seen & MEDIA) == 0) {
            line.problem(ProblemKind.STRAY_URI);
        } else if (!isLostHeader()) {
            media.uri(expanded(line.text()));
        }
    }

    /** A header behind a second byte order mark or worse: reported already, and no segment. */
    private boolean isLostHeader() {
        return line.line() == 1 && line.text().endsWith("#EXTM3U");
    }

    boolean has(Tag tag) {
        return (seen & tag.bit()) != 0;
    }

    void unknown() {
        if (hasRoom(unknown)) {
            unknown = with(unknown, new UnknownTag(line.line(), line.tagName(), line.value()));
        }
    }

    String expanded(String text) {
        return line.mayHoldVariable() ? variables.expand(text, line) : text;
    }

    Attributes attributes() {
        return counted(new AttributeReader(line, variables, attributeRoom, true).read());
    }

    /** For the tag that defines variables: nothing is replaced there, so that no chain of definitions can grow. */
    Attributes attributesAsWritten() {
        return counted(new AttributeReader(line, null, attributeRoom, true).read());
    }

    /** For tags that every packager spells in its own way. */
    Attributes attributesOfAnySpelling() {
        return counted(new AttributeReader(line, variables, attributeRoom, false).read());
    }

    private Attributes counted(Attributes attributes) {
        attributeRoom -= attributes.all().size();
        return attributes;
    }

    /** The value of an attribute that must be there, or null and a problem. */
    @Nullable
    String required(Attributes attributes, String name) {
        String text = attributes.text(name);
        if (text == null) {
            problem(ProblemKind.ATTRIBUTE_MISSING, line.tagName() + ": " + name);
        }
        return text;
    }

    void problem(ProblemKind kind, String text) {
        problems.add(kind, line.line(), 1, Excerpt.of(text));
    }

    private boolean hasRoom(List<?> list) {
        boolean room = list.size() < Math.min(MAX_LIST, MAX_TAGS + media.size());
        if (!room) {
            line.once(ProblemKind.TOO_MANY_TAGS, line.start(), line.stop());
        }
        return room;
    }

    /** Adds to a list that is usually empty and never endless. */
    <T> List<T> with(List<T> list, T item) {
        if (!hasRoom(list)) {
            return list;
        }
        List<T> grown = list.isEmpty() ? new ArrayList<>(4) : list;
        grown.add(item);
        return grown;
    }
}
