package io.plimsoll.publish.pack;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A pack as one page of HTML that loads nothing: style and pictures are in it, and each section shows its question to those who open it. */
final class Page {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final XMLStreamWriter out;

    private Page(XMLStreamWriter out) {
        this.out = out;
    }

    /** The page's bytes, UTF-8; the same for the same pack. */
    static byte[] of(Pack pack) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new Page(writer).write(pack);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Pack pack) throws XMLStreamException {
        out.writeDTD("<!DOCTYPE html>\n");
        start("html", Map.of("lang", "en"));
        head(pack);
        start("body", Map.of());
        element("h1", pack.title());
        element("p", pack.subtitle(), "when");
        contents(pack.sections());
        int number = 1;
        for (Pack.Section section : pack.sections()) {
            section(section, number++);
        }
        sources(pack);
        signatures();
        out.writeEndElement();
        out.writeEndElement();
    }

    private void head(Pack pack) throws XMLStreamException {
        start("head", Map.of());
        out.writeEmptyElement("meta");
        out.writeAttribute("charset", "utf-8");
        element("title", pack.title());
        element("style", style());
        out.writeEndElement();
    }

    private static String style() {
        try (var file =
                Objects.requireNonNull(Page.class.getResourceAsStream("pack.css"), "the jar carries pack.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void contents(List<Pack.Section> sections) throws XMLStreamException {
        start("ol", Map.of("class", "contents"));
        int number = 1;
        for (Pack.Section section : sections) {
            start("li", Map.of());
            start("a", Map.of("href", "#section-" + number++));
            out.writeCharacters(section.title());
            out.writeEndElement();
            out.writeCharacters(" " + Sentences.count(section));
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void section(Pack.Section section, int number) throws XMLStreamException {
        start("section", Map.of("id", "section-" + number));
        element("h2", number + ". " + section.title());
        element("p", section.says());
        if (section.grid().isEmpty()) {
            element("p", section.none(), "none");
        } else {
            table(section.grid());
        }
        for (Pack.Picture picture : section.pictures()) {
            out.writeEmptyElement("img");
            out.writeAttribute("alt", picture.name());
            out.writeAttribute(
                    "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png(picture.image())));
        }
        question(section.source());
        out.writeEndElement();
    }

    private void table(Grid grid) throws XMLStreamException {
        start("table", Map.of());
        start("thead", Map.of());
        start("tr", Map.of());
        for (Grid.Heading heading : grid.columns()) {
            element("th", heading.name(), heading.isNumber() ? "number" : "text");
        }
        out.writeEndElement();
        out.writeEndElement();
        start("tbody", Map.of());
        for (List<String> row : grid.rows()) {
            start("tr", Map.of());
            for (int column = 0; column < row.size(); column++) {
                element(
                        "td",
                        row.get(column),
                        kind(row.get(column), grid.columns().get(column)));
            }
            out.writeEndElement();
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private static String kind(String cell, Grid.Heading heading) {
        if (heading.isNumber()) {
            return "number";
        }
        return DATE.matcher(cell).matches() ? "date" : "text";
    }

    private void question(Pack.Source source) throws XMLStreamException {
        start("details", Map.of());
        element("summary", "The questions, and the versions of the tables that answered them");
        for (Pack.Question asked : source.questions()) {
            element("pre", asked.query());
        }
        element("p", Sentences.versions(source.tables()));
        out.writeEndElement();
    }

    private void sources(Pack pack) throws XMLStreamException {
        start("section", Map.of("class", "sources"));
        element("h2", Sentences.SOURCES);
        element("p", Sentences.HOW_TO_CHECK);
        element("p", Sentences.versions(pack.tables()));
        out.writeEndElement();
    }

    private void signatures() throws XMLStreamException {
        start("section", Map.of("class", "signatures"));
        for (String role : Sentences.SIGNED) {
            element("p", role);
        }
        out.writeEndElement();
    }

    private void start(String name, Map<String, String> attributes) throws XMLStreamException {
        out.writeStartElement(name);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        start(name, Map.of());
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void element(String name, String text, String kind) throws XMLStreamException {
        start(name, Map.of("class", kind));
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
