package io.rungwatch.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Message.Kind;
import io.rungwatch.duty.Notice;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

class NotificationTest {
    private static final Mib MIB = new Mib(Mib.DOCUMENTATION);

    /** Of Ethernet's 1500, what IP and UDP leave. */
    private static final int PACKET = 1472;

    /** Engine id twice, a user of 32 letters, a digest of SHA-512, and all that they are wrapped in. */
    private static final int HEADERS_OF_VERSION_3 = 183;

    private static final int TYPE = 1;
    private static final int INDEX = 2;
    private static final int KIND = 3;
    private static final int STATE = 6;

    @ParameterizedTest
    @CsvSource({
        "RAISED,       ALERT_RAISED,  1, 1",
        "CHANGED,      ALERT_CHANGED, 2, 1",
        "ACKNOWLEDGED, ALERT_CHANGED, 3, 1",
        "ESCALATED,    ALERT_CHANGED, 4, 1",
        "MERGED,       ALERT_CLEARED, 5, 3",
        "CLEARED,      ALERT_CLEARED, 6, 3"
    })
    void eachKindIsOfOneType(Kind kind, MibNode type, int number, int state) {
        List<VariableBinding> bindings = of(new Message(kind, Sample.RAISED, Sample.notice("a81f03c2")));

        assertThat(bindings.get(TYPE).getVariable()).isEqualTo(MIB.oid(type));
        assertThat(bindings.get(INDEX).getVariable().toLong()).isEqualTo(0xa81f03c2L);
        assertThat(bindings.get(KIND).getVariable().toInt()).isEqualTo(number);
        assertThat(bindings.get(STATE).getVariable().toInt()).isEqualTo(state);
    }

    @Test
    void whatIsSilencedIsToldApart() {
        Notice silenced = Sample.silenced(Sample.acknowledged(Sample.notice("a81f03c2")));

        assertThat(AlertRow.of(silenced, silenced.state(), Links.BELOW_THE_API).get(MibNode.STATE))
                .isEqualTo(new Integer32(4));
        Message end = new Message(Kind.CLEARED, Sample.CLEARED, silenced);
        assertThat(of(end).get(STATE).getVariable().toInt()).as("its end").isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "https://noc.example, https://noc.example/docs/runbooks/playlist_stale.md",
        "https://a-name-that-is-far-longer-than-the-column-of-the-table-has-room-for.noc.example, docs/runbooks/playlist_stale.md"
    })
    void aLinkThatDoesNotFitIsNotCut(String address, String runbook) {
        Links links = new Links(Optional.of(address), Optional.empty());

        assertThat(AlertRow.of(Sample.notice("a81f03c2"), Notice.State.FIRING, links)
                        .get(MibNode.RUNBOOK))
                .hasToString(runbook);
    }

    @Test
    void theLongestFitsIntoOnePacket() {
        PDU pdu = new PDU();
        Message longest = new Message(Kind.RAISED, Sample.RAISED, Sample.longest());
        pdu.addAll(
                Notification.of(longest, new Mib(Integer.MAX_VALUE), Links.BELOW_THE_API, new TimeTicks(0xFFFF_FFFFL))
                        .bindings());

        assertThat(pdu.getBERLength()).isBetween(1000, PACKET - HEADERS_OF_VERSION_3);
    }

    /** The MIB promises how long a text may be: no longer, and no shorter than there is room for. */
    @Test
    void textsAreAsLongAsTheMibSays() throws IOException {
        Map<String, Integer> lengths = new HashMap<>();
        AlertRow.of(Sample.longest(), Notice.State.FIRING, Links.BELOW_THE_API).forEach((column, value) -> {
            if (value instanceof OctetString text) {
                lengths.put(column.label(), text.length());
            }
        });
        Matcher said = Pattern.compile(
                        "(rungwatch\\w+) OBJECT-TYPE\\s+SYNTAX\\s+RungwatchText \\(SIZE \\(0\\.\\.(\\d+)\\)\\)")
                .matcher(MIB.text());
        int columns = 0;
        while (said.find()) {
            int most = Integer.parseInt(said.group(2));
            assertThat(lengths.get(said.group(1))).as(said.group(1)).isBetween(Math.min(8, most), most);
            columns++;
        }
        assertThat(columns).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"a81f03c2, 2820604866", "00000007, 7", "ffffffff, 4294967295", "00000000, 1", "7, 7"})
    void theIndexIsTheIdAsANumber(String id, long index) {
        assertThat(AlertIndex.of(id).value()).isEqualTo(index);
    }

    private static List<VariableBinding> of(Message message) {
        return Notification.of(message, MIB, Links.BELOW_THE_API, new TimeTicks(0))
                .bindings();
    }
}
