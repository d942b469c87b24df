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
        String told = text.of(notification);
        if (notification.kind() == Notification.Kind.RAISED) {
            LOG.warn("{}", told);
        } else {
            LOG.info("{}", told);
        }
    }
}
