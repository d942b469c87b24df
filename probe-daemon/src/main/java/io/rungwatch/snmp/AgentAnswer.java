package io.rungwatch.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * RFC 3416, as far as somebody who only reads can ask. Whatever is asked for, an answer is one packet that no network has to cut: nobody
 * can make a flood of it with a forged address, and who walks asks again from where it ended.
 */
final class AgentAnswer {
    /** Leaves room for the headers of v3 in 1472 bytes. */
    private static final int LARGEST = 1300;

    /** What a PDU needs besides its bindings. */
    private static final int FRAME = 64;

    private static final int MOST_ASKED = 128;
    private static final int MOST_REPETITIONS = 50;

    private final AgentView view;
    private final int room;

    /** @param accepted what the one who asks can take */
    AgentAnswer(AgentView view, int accepted) {
        this.view = view;
        this.room = Math.min(LARGEST, accepted) - FRAME;
    }

    /** Nothing to what is no question. */
    Optional<PDU> to(PDU request) {
        if (request.size() > MOST_ASKED) {
            return Optional.of(tooBig(request));
        }
        return switch (request.getType()) {
            case PDU.GET -> Optional.of(whole(request, oids(request).map(view::get)));
            case PDU.GETNEXT -> Optional.of(whole(request, oids(request).map(view::next)));
            case PDU.GETBULK -> Optional.of(answer(request, bulk(request)));
            case PDU.SET -> Optional.of(error(request, PDU.notWritable, 1));
            default -> Optional.empty();
        };
    }

    static PDU error(PDU request, int status, int index) {
        PDU error = answer(request, List.of(request.toArray()));
        error.setErrorStatus(status);
        error.setErrorIndex(index);
        return error;
    }

    private PDU whole(PDU request, Stream<VariableBinding> bindings) {
        List<VariableBinding> all = bindings.toList();
        return size(all) > room ? tooBig(request) : answer(request, all);
    }

    private static PDU tooBig(PDU request) {
        PDU error = answer(request, List.of());
        error.setErrorStatus(PDU.tooBig);
        return error;
    }

    private List<VariableBinding> bulk(PDU request) {
        List<OID> asked = oids(request).toList();
        int once = Math.clamp(request.getNonRepeaters(), 0, asked.size());
        int times = Math.clamp(request.getMaxRepetitions(), 0, MOST_REPETITIONS);
        List<VariableBinding> found = new ArrayList<>();
        asked.subList(0, once).forEach(oid -> found.add(view.next(oid)));
        List<OID> row = asked.subList(once, asked.size());
        for (int i = 0; i < times && !row.isEmpty() && size(found) <= room; i++) {
            List<VariableBinding> next = row.stream().map(view::next).toList();
            found.addAll(next);
            if (next.stream().allMatch(binding -> binding.getVariable().equals(Null.endOfMibView))) {
                break;
            }
            row = next.stream().map(VariableBinding::getOid).toList();
        }
        return fitting(found);
    }

    private List<VariableBinding> fitting(List<VariableBinding> found) {
        int left = room;
        for (int i = 0; i < found.size(); i++) {
            left -= found.get(i).getBERLength();
            if (left < 0) {
                return found.subList(0, i);
            }
        }
        return found;
    }

    private static int size(List<VariableBinding> bindings) {
        return bindings.stream().mapToInt(VariableBinding::getBERLength).sum();
    }

    private static Stream<OID> oids(PDU request) {
        return request.getAll().stream().map(VariableBinding::getOid);
    }

    private static PDU answer(PDU request, List<VariableBinding> bindings) {
        PDU answer = (PDU) request.clone();
        answer.clear();
        answer.setType(PDU.RESPONSE);
        answer.setErrorStatus(PDU.noError);
        answer.setErrorIndex(0);
        answer.setRequestID(request.getRequestID());
        answer.addAll(bindings);
        return answer;
    }
}
