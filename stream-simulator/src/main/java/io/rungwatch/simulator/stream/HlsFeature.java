package io.rungwatch.simulator.stream;

/** What HLS can have beside segments; none of it is on unless it is asked for. */
public enum HlsFeature {
    /** A playlist of key frames for each rung. */
    I_FRAMES,
    /** EXT-X-DEFINE by NAME in the multivariant playlist, by IMPORT in the others. */
    VARIABLES,
    /** EXT-X-DEFINE by QUERYPARAM: `?session=` of the request is passed on to each row. */
    QUERY_VARIABLES,
    /** Each rung twice, on the pathways CDN-A and CDN-B. */
    PATHWAYS,
    /** A steering manifest that says which pathway to prefer. */
    STEERING,
    /** An interstitial with its list of assets at each ad break. */
    INTERSTITIALS,
    /** Dates with the offset of Paris, which is another in summer. */
    LOCAL_DATES,
    /** `?token=` at each address, another one every five minutes. */
    TOKENS,
    /** Every other hour the rows lead to the second CDN. */
    CDN_SWITCH
}
