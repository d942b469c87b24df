package io.rungwatch.simulator.dash;

import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Applies a patch as a client does: each selector must mean exactly one node. */
final class Patcher {
    private Patcher() {}

    static void apply(SeenMpd mpd, SeenMpd patch) throws Exception {
        for (Element operation : elements(patch.root())) {
            Node target = only(mpd, operation.getAttribute("sel"));
            switch (operation.getTagName()) {
                case "remove" -> remove(target);
                case "replace" -> replace(mpd, target, operation);
                default -> add(mpd, (Element) target, operation);
            }
        }
    }

    private static Node only(SeenMpd mpd, String path) throws Exception {
        NodeList found =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, mpd.document(), XPathConstants.NODESET);
        if (found.getLength() != 1) {
            throw new AssertionError(path + " means " + found.getLength() + " nodes");
        }
        return found.item(0);
    }

    private static void remove(Node target) {
        if (target instanceof Attr attribute) {
            attribute.getOwnerElement().removeAttribute(attribute.getName());
        } else {
            target.getParentNode().removeChild(target);
        }
    }

    private static void replace(SeenMpd mpd, Node target, Element operation) {
        if (target instanceof Attr attribute) {
            attribute.setValue(operation.getTextContent());
        } else {
            Node other = mpd.document().importNode(elements(operation).getFirst(), true);
            target.getParentNode().replaceChild(other, target);
        }
    }

    private static void add(SeenMpd mpd, Element target, Element operation) {
        if (operation.getAttribute("type").startsWith("@")) {
            target.setAttribute(operation.getAttribute("type").substring(1), operation.getTextContent());
            return;
        }
        Node child = mpd.document().importNode(elements(operation).getFirst(), true);
        switch (operation.getAttribute("pos")) {
            case "prepend" -> target.insertBefore(child, target.getFirstChild());
            case "after" -> target.getParentNode().insertBefore(child, target.getNextSibling());
            default -> target.appendChild(child);
        }
    }

    static List<Element> elements(Node above) {
        List<Element> found = new ArrayList<>();
        for (Node node = above.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** Without the white space between elements. */
    static String canonical(Element element) {
        StringBuilder out = new StringBuilder("<").append(element.getTagName());
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add(element.getAttributes().item(i).toString());
        }
        attributes.stream().sorted().forEach(text -> out.append(' ').append(text));
        List<Element> children = elements(element);
        out.append('>').append(children.isEmpty() ? element.getTextContent() : "");
        children.forEach(child -> out.append(canonical(child)));
        return out.append("</>").toString();
    }
}
