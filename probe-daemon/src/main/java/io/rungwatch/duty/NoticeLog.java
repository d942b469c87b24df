package io.rungwatch.duty;

import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where everything can be read that anybody is told: the log. */
public final class NoticeLog {
    private static final Logger LOG = LoggerFactory.getLogger("alert");

    private final NoticeText text;

    public NoticeLog(ZoneId zone) {
        text = new NoticeText(zone);
    }

    public void accept(Message message) {
        String told = text.of(message);
        switch (message.kind()) {
            case RAISED, ESCALATED -> LOG.warn("{}", told);
            case CHANGED, ACKNOWLEDGED, MERGED, CLEARED -> LOG.info("{}", told);
        }
    }
}
