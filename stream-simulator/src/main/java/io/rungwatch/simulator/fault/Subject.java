package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Rendition;

/** Which objects a kind of fault touches. */
enum Subject {
    /** The multivariant playlist; rendition= names a row of it. */
    LADDER {
        @Override
        boolean covers(Fault fault, Address address) {
            return address instanceof Address.Master;
        }
    },
    /** The MPD and what belongs to it; rendition= names a set or a representation of it. */
    DASH {
        @Override
        boolean covers(Fault fault, Address address) {
            return address instanceof Address.Mpd
                    || address instanceof Address.MpdPatch
                    || address instanceof Address.Clock;
        }
    },
    /** The multivariant playlist and the MPD. */
    LADDERS {
        @Override
        boolean covers(Fault fault, Address address) {
            return LADDER.covers(fault, address) || DASH.covers(fault, address);
        }
    },
    /** Media playlists, and the segments that they name. */
    MEDIA {
        @Override
        boolean covers(Fault fault, Address address) {
            return address.rendition() != null && isNamed(fault, address);
        }
    },
    /** Whatever lists segments: media playlists and the MPD. */
    LISTS {
        @Override
        boolean covers(Fault fault, Address address) {
            return MEDIA.covers(fault, address) || fault.rendition().equals(Fault.ALL) && DASH.covers(fault, address);
        }
    },
    /** Both kinds of playlists, and the segments that they name. */
    MANIFEST {
        @Override
        boolean covers(Fault fault, Address address) {
            return isNamed(fault, address);
        }
    },
    /** Segments, their parts and their init sections. */
    SEGMENTS {
        @Override
        boolean covers(Fault fault, Address address) {
            boolean media =
                    address.isSegment() || address instanceof Address.Init || address instanceof Address.DashInit;
            return media && isNamed(fault, address);
        }
    },
    /** Segments that only the clock of an MPD says are there. */
    BY_CLOCK {
        @Override
        boolean covers(Fault fault, Address address) {
            return address instanceof Address.DashSegment && isNamed(fault, address);
        }
    },
    /** The manifest that steers players. */
    STEERING {
        @Override
        boolean covers(Fault fault, Address address) {
            return is(address, Address.Document.Kind.STEERING);
        }
    },
    /** What to play in a break. */
    ASSETS {
        @Override
        boolean covers(Fault fault, Address address) {
            return is(address, Address.Document.Kind.ASSETS);
        }
    },
    /** What object= says. */
    REPLY {
        @Override
        boolean covers(Fault fault, Address address) {
            boolean wanted = switch (fault.word("object")) {
                case "manifest" -> address.isManifest();
                case "segment" -> !address.isManifest();
                case "steering" -> STEERING.covers(fault, address);
                case "assets" -> ASSETS.covers(fault, address);
                default -> true;
            };
            return wanted && isNamed(fault, address);
        }
    };

    abstract boolean covers(Fault fault, Address address);

    private static boolean is(Address address, Address.Document.Kind kind) {
        return address instanceof Address.Document document && document.kind() == kind;
    }

    private static boolean isNamed(Fault fault, Address address) {
        Rendition rendition = address.rendition();
        return switch (fault.rendition()) {
            case Fault.ALL -> true;
            case Fault.MASTER -> rendition == null;
            default -> rendition != null && rendition.isCalled(fault.rendition());
        };
    }
}
