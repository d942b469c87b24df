package io.rungwatch.bench;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** The ways that the decision on the MPD reader lay between: docs/adr/0007. */
final class XmlReaders {
    private final JAXBContext context;
    private final XMLInputFactory factory;

    XmlReaders(XMLInputFactory factory) throws JAXBException {
        this.factory = factory;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        context = JAXBContext.newInstance(JaxbMpd.class);
    }

    Object jaxb(byte[] body) throws JAXBException, XMLStreamException {
        return context.createUnmarshaller().unmarshal(reader(body));
    }

    /** JAXB for the shape; it never sees an S. */
    Object mixed(byte[] body) throws JAXBException, XMLStreamException {
        Timelines timelines = new Timelines(reader(body));
        return List.of(context.createUnmarshaller().unmarshal(timelines), timelines.found);
    }

    /** The tree of elements with their attributes as text, timelines as numbers: the least that any reader by hand must do. */
    Object byHand(byte[] body) throws XMLStreamException {
        XMLStreamReader reader = reader(body);
        List<Element> open = new ArrayList<>();
        open.add(new Element("", List.of()));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (reader.getLocalName().equals("SegmentTimeline")) {
                        open.getLast().timelines.add(Timelines.read(reader));
                    } else {
                        Element element = new Element(reader.getLocalName(), attributes(reader));
                        open.getLast().children.add(element);
                        open.add(element);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                default -> {}
            }
        }
        return open;
    }

    private XMLStreamReader reader(byte[] body) throws XMLStreamException {
        return factory.createXMLStreamReader(new ByteArrayInputStream(body));
    }

    private static List<String> attributes(XMLStreamReader reader) {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.add(reader.getAttributeLocalName(i));
            attributes.add(reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static final class Element {
        final String name;
        final List<String> attributes;
        final List<Element> children = new ArrayList<>();
        final List<long[]> timelines = new ArrayList<>();

        Element(String name, List<String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        @Override
        public String toString() {
            return name + attributes;
        }
    }

    private static final class Timelines extends StreamReaderDelegate {
        final List<long[]> found = new ArrayList<>();

        Timelines(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.START_ELEMENT && getLocalName().equals("SegmentTimeline")) {
                found.add(read(getParent()));
                return getEventType();
            }
            return event;
        }

        /** Leaves the reader at the end of the timeline's element. */
        static long[] read(XMLStreamReader reader) throws XMLStreamException {
            long[] runs = new long[64];
            int size = 0;
            while (true) {
                int event = reader.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("SegmentTimeline")) {
                    return Arrays.copyOf(runs, size);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    runs = size + 3 > runs.length ? Arrays.copyOf(runs, runs.length * 2) : runs;
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        int column = "tdr".indexOf(reader.getAttributeLocalName(i));
                        runs[size + Math.max(0, column)] = Long.parseLong(reader.getAttributeValue(i));
                    }
                    size += 3;
                }
            }
        }
    }
}
