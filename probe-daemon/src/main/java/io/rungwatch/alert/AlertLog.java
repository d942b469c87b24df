package io.rungwatch.alert;

import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every alert can be read, whoever else is told: the log. */
public final class AlertLog {
    private static final Logger LOG = LoggerFactory.getLogger("alert");

    private final AlertText text;

    public AlertLog(ZoneId zone) {
        text = new AlertText(zone);
    }

    public void accept(Notification notification) {
        switch (notification.kind()) {
            case RAISED -> LOG.warn("{}", text.raised(notification.alert()));
            case CHANGED -> LOG.info("{}", text.changed(notification.alert()));
            case CLEARED -> LOG.info("{}", text.cleared(notification.alert()));
        }
    }
}
