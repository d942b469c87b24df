package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Any text as a URL template: it is filled with numbers of a bounded width, and nothing else of it changes. */
public final class TemplateFuzz {
    /** The shortest identifier has six characters, the widest number twenty. */
    private static final int GROWTH = 4;

    private TemplateFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, UTF_8);
        Template template = Template.parse(text);
        String filled = template.fill("v", Long.MAX_VALUE, -1, Long.MIN_VALUE);

        assertThat(filled.length()).isLessThanOrEqualTo(GROWTH * text.length());
        assertThat(template.parts().size()).isLessThanOrEqualTo(2 * text.length() + 1);
        boolean identifies =
                template.parts().stream().anyMatch(part -> part.identifier().isPresent());
        if (!identifies && !text.contains("$$")) {
            assertThat(filled).isEqualTo(text);
        }
        for (Template.Identifier identifier : Template.Identifier.values()) {
            assertThat(identifies || !template.has(identifier)).isTrue();
        }
        if (template.trouble().isEmpty() && !text.contains("$$")) {
            assertThat(filled).doesNotContain("$");
        }
    }
}
