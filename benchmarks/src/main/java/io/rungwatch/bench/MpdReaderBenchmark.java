package io.rungwatch.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.lindstrom.mpd.MPDParser;
import io.rungwatch.dash.Dash;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A live MPD of five Representations and 3,000 S. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MpdReaderBenchmark {
    private final byte[] body = LiveMpd.of(3000);
    private final MPDParser lindstrom = new MPDParser();
    private final XmlReaders woodstox;
    private final XmlReaders aalto;
    private final XmlReaders jdk;

    public MpdReaderBenchmark() {
        try {
            woodstox = new XmlReaders(new WstxInputFactory());
            aalto = new XmlReaders(new InputFactoryImpl());
            jdk = new XmlReaders(XMLInputFactory.newDefaultFactory());
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

    @Benchmark
    public Object mpdByHandJdk() throws XMLStreamException {
        return jdk.byHand(body);
    }
}
