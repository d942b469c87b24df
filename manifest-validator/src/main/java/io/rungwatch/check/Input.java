package io.rungwatch.check;

/** The few shapes of what a check looks at. */
public enum Input {
    PROBE("the probe itself"),
    EXCHANGE("the answer to one request"),
    DOCUMENT("one media playlist"),
    LADDER("one multivariant playlist"),
    RUNGS("the rungs of one manifest"),
    TRACKS("the sound and text of one manifest"),
    STEP("this poll and the one before"),
    TWINS("who answered the last ten polls"),
    PAST("the last minutes of one rendition"),
    RENDITIONS("all renditions at one layer"),
    LAYERS("one rendition at all layers"),
    PROTOCOLS("one channel in both protocols"),
    MPD("one MPD"),
    MPD_STEP("this MPD and the one before"),
    CLOCK("the clock of an MPD, asked for the time"),
    AVAILABILITY("one MPD, and segments asked for by its clock"),
    DELIVERY("what a rendition lists, asked for"),
    RELOADS("blocking reloads, delta updates and rendition reports"),
    PATCH("the patch of an MPD"),
    STEERING("one manifest, and what steers its players"),
    INTERSTITIALS("one media playlist, and what its ad servers say"),
    SAMPLE("one segment as each layer gives it"),
    MEDIA("what is in the segments of one rendition"),
    RATES("many samples at one layer"),
    WAYS("one segment, asked for in other ways"),
    STANDBY("the standby of a layer, beside it");

    private final String text;

    Input(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
