package io.rungwatch.scte35;

import java.util.OptionalLong;

/** Descriptor 0x02; `typeId` 0x30 begins a provider's advertisement, 0x31 ends it, and so on in pairs. */
public record Segmentation(
        long eventId, boolean cancelled, int typeId, OptionalLong duration, int upidType, int number, int expected) {}
