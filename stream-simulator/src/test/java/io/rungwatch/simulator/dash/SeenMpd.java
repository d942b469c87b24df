package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An MPD as a careful client would read it, so that the tests do not trust the model they test. */
record SeenMpd(Document document, String text) {
    /** One segment of one set: in which Period, where it is, and what it is called for the first Representation. */
    record Row(String set, Instant period, Instant start, Instant end, String uri, long time) {}

    static SeenMpd poll(Simulator simulator, Instant at, String layer) {
        Answer answer = simulator.answer(at, layer, Request.get("/live/CH_001/manifest.mpd"));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " at " + at);
        }
        return read(answer.text());
    }

    static SeenMpd read(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            Document document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return new SeenMpd(document, text);
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    Instant publishTime() {
        return Instant.parse(root().getAttribute("publishTime"));
    }

    List<Element> all(String name) {
        return all(root(), name);
    }

    static List<Element> all(Element above, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = above.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** Of all sets, in the order of the document. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Instant start = Instant.parse(root().getAttribute("availabilityStartTime"));
        for (Element period : all("Period")) {
            Instant begin = start.plus(Duration.parse(period.getAttribute("start")));
            List<Element> own = all(period, "BaseURL");
            String base = own.isEmpty() ? "/live/CH_001/dash/" : own.getFirst().getTextContent();
            for (Element set : all(period, "AdaptationSet")) {
                rows(rows, set, begin, base);
            }
        }
        return rows;
    }

    private static void rows(List<Row> rows, Element set, Instant begin, String base) {
        Element template = all(set, "SegmentTemplate").getFirst();
        String id = all(set, "Representation").getFirst().getAttribute("id");
        long scale = Long.parseLong(template.getAttribute("timescale"));
        long offset = Long.parseLong(template.getAttribute("presentationTimeOffset"));
        long number = template.hasAttribute("startNumber") ? Long.parseLong(template.getAttribute("startNumber")) : 1;
        for (Element run : all(template, "S")) {
            long time = Long.parseLong(run.getAttribute("t"));
            long length = Long.parseLong(run.getAttribute("d"));
            int repeats = run.hasAttribute("r") ? Integer.parseInt(run.getAttribute("r")) : 0;
            for (int i = 0; i <= repeats; i++) {
                String uri = template.getAttribute("media")
                        .replace("$RepresentationID$", id)
                        .replace("$Number$", Long.toString(number))
                        .replace("$Time$", Long.toString(time));
                rows.add(new Row(
                        set.getAttribute("id"),
                        begin,
                        begin.plusNanos(nanos(time - offset, scale)),
                        begin.plusNanos(nanos(time - offset + length, scale)),
                        base + uri,
                        time));
                time += length;
                number++;
            }
        }
    }

    private static long nanos(long ticks, long scale) {
        return ticks / scale * 1_000_000_000 + ticks % scale * 1_000_000_000 / scale;
    }
}
