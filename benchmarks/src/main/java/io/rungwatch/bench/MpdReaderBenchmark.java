package io.rungwatch.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.lindstrom.mpd.MPDParser;
import io.rungwatch.dash.Dash;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;

/** A live MPD of five Representations and 3,000 S. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MpdReaderBenchmark {
    static final Map<String, String> READERS = new LinkedHashMap<>();

    static {
        READERS.put("mpdRungwatch", "rungwatch, whole model");
        READERS.put("mpdLindstrom", "io.lindstrom:mpd-parser");
        READERS.put("mpdJaxb", "JAXB over Woodstox");
        READERS.put("mpdMixed", "JAXB, timeline by StAX");
        READERS.put("mpdByHandWoodstox", "StAX by hand, Woodstox");
        READERS.put("mpdByHandAalto", "StAX by hand, Aalto");
    }

    private final byte[] body = LiveMpd.of(3000);
    private final MPDParser lindstrom = new MPDParser();
    private final XmlReaders woodstox;
    private final XmlReaders aalto;

    public MpdReaderBenchmark() {
        try {
            woodstox = new XmlReaders(new WstxInputFactory());
            aalto = new XmlReaders(new InputFactoryImpl());
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public Object mpdRungwatch() {
        return Dash.parse(body);
    }

    @Benchmark
    public Object mpdLindstrom() throws IOException {
        return lindstrom.parse(new ByteArrayInputStream(body));
    }

    @Benchmark
    public Object mpdJaxb() throws JAXBException, XMLStreamException {
        return woodstox.jaxb(body);
    }

    @Benchmark
    public Object mpdMixed() throws JAXBException, XMLStreamException {
        return woodstox.mixed(body);
    }

    @Benchmark
    public Object mpdByHandWoodstox() throws XMLStreamException {
        return woodstox.byHand(body);
    }

    @Benchmark
    public Object mpdByHandAalto() throws XMLStreamException {
        return aalto.byHand(body);
    }

    /** Ours first, then the peers, then the other ways that docs/adr/0007 weighed. */
    static void print(Collection<RunResult> results) {
        System.out.printf("%-28s %12s %18s%n", "reader", "microseconds", "vs rungwatch");
        double ours = score(results, "mpdRungwatch");
        for (Map.Entry<String, String> reader : READERS.entrySet()) {
            double score = score(results, reader.getKey());
            System.out.printf("%-28s %12.0f %16.1f x%n", reader.getValue(), score, score / ours);
        }
    }

    private static double score(Collection<RunResult> results, String reader) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + reader))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
