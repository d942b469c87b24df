package io.rungwatch.media;

import java.util.ArrayList;
import java.util.List;

/** Of ftyp and styp. */
public record Brands(String major, List<String> compatible) {
    public boolean has(String brand) {
        return major.equals(brand) || compatible.contains(brand);
    }

    static Brands read(Fields fields) {
        String major = fields.code();
        fields.skip(4);
        List<String> compatible = new ArrayList<>();
        while (fields.left() >= 4) {
            compatible.add(fields.code());
        }
        return new Brands(major, List.copyOf(compatible));
    }
}
