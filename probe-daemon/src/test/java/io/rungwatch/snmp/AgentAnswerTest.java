package io.rungwatch.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/** What no client of Debian's would ask, but somebody may. */
class AgentAnswerTest {
    private static final int PACKET = 1472;
    private static final int ANY_SIZE = 65_507;
    private static final Mib MIB = new Mib(Mib.DOCUMENTATION);
    private static final List<Notice> ACTIVE = IntStream.range(0, 100)
            .mapToObj(i -> Sample.notice(Integer.toHexString(i * 40_000_037 + 1)))
            .toList();

    @Test
    void rowsFollowOneAnotherAsUnsignedNumbers() {
        AgentView view = view(List.of(Sample.notice("ffffffff"), Sample.notice("00000001"), Sample.notice("80000000")));
        OID column = MIB.oid(MibNode.ID);
        OID first = view.next(column).getOid();
        OID second = view.next(first).getOid();
        OID third = view.next(second).getOid();

        assertThat(List.of(first.lastUnsigned(), second.lastUnsigned(), third.lastUnsigned()))
                .containsExactly(1L, 0x8000_0000L, 0xffff_ffffL);
    }

    @Test
    void aGreedyBulkGetsOnePacket() {
        PDU request = bulk(0, Integer.MAX_VALUE, 128);
        PDU answer = answer(request);

        assertThat(answer.size()).isGreaterThan(10);
        assertThat(answer.getBERLength()).isLessThan(PACKET);
        assertThat(answer.getErrorStatus()).isEqualTo(PDU.noError);
    }

    @Test
    void aBulkOfNonsenseIsAnswered() {
        assertThat(answer(bulk(-5, -5, 3)).size()).isZero();
        assertThat(answer(bulk(Integer.MAX_VALUE, 1, 3)).size()).isEqualTo(3);
        assertThat(answer(bulk(0, 10, 0)).size()).isZero();
    }

    @Test
    void whoAsksForMoreThanFitsIsToldSo() {
        PDU request = new PDU();
        request.setType(PDU.GET);
        for (int i = 0; i < 60; i++) {
            request.add(new VariableBinding(MIB.cell(MibNode.MESSAGE, new AlertIndex(1))));
        }
        PDU answer = answer(request);

        assertThat(answer.getErrorStatus()).isEqualTo(PDU.tooBig);
        assertThat(answer.size()).isZero();

        IntStream.range(0, 100).forEach(i -> request.add(new VariableBinding(SnmpConstants.sysUpTime)));
        assertThat(answer(request).getErrorStatus()).isEqualTo(PDU.tooBig);
    }

    /** What the one who asks can take counts as well. */
    @Test
    void anAnswerIsNoLargerThanAccepted() {
        PDU request = bulk(0, 50, 1);
        PDU answer = new AgentAnswer(view(ACTIVE), 484).to(request).orElseThrow();

        assertThat(answer.getBERLength()).isLessThan(484);
        assertThat(answer.size()).isPositive();
    }

    @Test
    void theEndIsSaid() {
        PDU request = new PDU();
        request.setType(PDU.GETNEXT);
        request.add(new VariableBinding(new OID("1.3.6.1.5")));

        assertThat(answer(request).get(0).getVariable()).isEqualTo(Null.endOfMibView);
    }

    @Test
    void nothingCanBeSet() {
        PDU request = new PDU();
        request.setType(PDU.SET);
        request.add(new VariableBinding(MIB.scalar(MibNode.CHANNELS), new Integer32(1)));
        PDU answer = answer(request);

        assertThat(answer.getErrorStatus()).isEqualTo(PDU.notWritable);
        assertThat(answer.getErrorIndex()).isEqualTo(1);
    }

    @Test
    void whatIsNoQuestionIsNotAnswered() {
        for (int type : List.of(PDU.TRAP, PDU.INFORM, PDU.RESPONSE, PDU.REPORT)) {
            PDU request = new PDU();
            request.setType(type);
            assertThat(new AgentAnswer(view(ACTIVE), ANY_SIZE).to(request)).isEmpty();
        }
    }

    private static PDU bulk(int once, int times, int objects) {
        PDU request = new PDU();
        request.setType(PDU.GETBULK);
        request.setNonRepeaters(once);
        request.setMaxRepetitions(times);
        for (int i = 0; i < objects; i++) {
            request.add(new VariableBinding(MIB.root()));
        }
        return request;
    }

    private static PDU answer(PDU request) {
        return new AgentAnswer(view(ACTIVE), ANY_SIZE).to(request).orElseThrow();
    }

    private static AgentView view(List<Notice> active) {
        return new AgentView(MIB, "probe-01", new TimeTicks(0), 50, Duration.ofMinutes(1), active, Links.BELOW_THE_API);
    }
}
