package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.dash.Template.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A SegmentTemplate as a tree; segments of one length in a row are one S. */
final class TemplateXml {
    private TemplateXml() {}

    static Xml of(Template template) {
        Long early = template.early();
        Xml root = new Xml("SegmentTemplate")
                .with("timescale", template.timescale())
                .with("presentationTimeOffset", template.offset())
                .with("startNumber", template.startNumber())
                .with("duration", template.duration())
                .with(
                        "availabilityTimeOffset",
                        early == null ? null : BigDecimal.valueOf(early, 3).toPlainString())
                .with("availabilityTimeComplete", early == null ? null : "false")
                .with("initialization", DashPaths.INIT_TEMPLATE)
                .with("media", template.media());
        if (template.duration() == null) {
            timeline(root.add("SegmentTimeline"), template);
        }
        return root;
    }

    private static void timeline(Xml root, Template template) {
        Xml run = null;
        Span before = null;
        int repeats = 0;
        for (Span span : template.spans()) {
            if (run != null && continues(before, span)) {
                run.with("r", ++repeats);
            } else {
                run = root.add("S").with("t", span.start()).with("d", span.duration());
                repeats = 0;
            }
            before = span;
        }
    }

    private static boolean continues(@Nullable Span before, Span span) {
        return before != null
                && before.duration() == span.duration()
                && before.start() + before.duration() == span.start();
    }
}
