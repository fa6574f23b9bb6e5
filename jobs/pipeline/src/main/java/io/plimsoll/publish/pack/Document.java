package io.plimsoll.publish.pack;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A pack as a PDF: A4 across, a heading of a table on each page that it reaches, the page's number below. */
final class Document {

    private static final float MARGIN = 40;
    private static final float BELOW = 50;
    /** Two of the charts' shape fit on a page. */
    private static final float WIDEST_PICTURE = 540;

    private static final float PADDING = 4;

    /** Heading, introduction, the heading of a table and its first rows. */
    private static final float ROOM_OF_A_START = 130;

    private static final int MISSING = '\u25A1';
    private static final Color INK = new Color(0x1F3B57);
    private static final Color RULE = new Color(0xD8DEE3);
    private static final Color SHADE = new Color(0xEEF2F5);

    /** OpenPDF's own copy of Liberation Sans: Latin, Greek and Cyrillic letters, on every machine the same. */
    private static final String LETTERS = "font-fallback/LiberationSans-Regular.ttf";

    private final com.lowagie.text.Document pages =
            new com.lowagie.text.Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, BELOW);
    private final BaseFont letters = letters();
    private final Font plain = font(9, Font.NORMAL, Color.BLACK);
    private final Font cell = font(7.5f, Font.NORMAL, Color.BLACK);
    private final Font heading = font(7.5f, Font.BOLD, INK);
    private final Font title = font(22, Font.BOLD, INK);
    private final Font section = font(13, Font.BOLD, INK);
    private final Font aside = font(8, Font.ITALIC, Color.DARK_GRAY);

    private Document() {}

    /** The document's bytes. */
    static byte[] of(Pack pack) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Document().write(pack, bytes);
        return bytes.toByteArray();
    }

    private void write(Pack pack, ByteArrayOutputStream bytes) {
        PdfWriter writer = PdfWriter.getInstance(pages, bytes);
        writer.setStrictImageSequence(true);
        writer.setPageEvent(new PageNumbers(letters, pack.title()));
        pages.addTitle(pack.title());
        pages.open();
        pages.add(new Paragraph(pack.title(), title));
        pages.add(new Paragraph(pack.subtitle(), aside));
        contents(pack.sections());
        int number = 1;
        for (Pack.Section each : pack.sections()) {
            turnWhenLow(writer);
            section(each, number++);
        }
        turnWhenLow(writer);
        head(Sentences.SOURCES);
        pages.add(new Paragraph(Sentences.HOW_TO_CHECK, plain));
        pages.add(new Paragraph(Sentences.versions(pack.tables()), aside));
        signatures();
        pages.close();
    }

    /** A heading does not stand alone at the foot of a page. */
    private void turnWhenLow(PdfWriter writer) {
        if (writer.getVerticalPosition(true) < pages.bottom() + ROOM_OF_A_START) {
            pages.newPage();
        }
    }

    private void contents(List<Pack.Section> sections) {
        Paragraph contents = new Paragraph("", plain);
        contents.setSpacingBefore(14);
        int number = 1;
        for (Pack.Section each : sections) {
            contents.add(new Chunk(printable(number + ". " + each.title() + " " + Sentences.count(each)), plain)
                    .setLocalGoto(destination(number++)));
            contents.add(Chunk.NEWLINE);
        }
        pages.add(contents);
    }

    private static String destination(int section) {
        return "section-" + section;
    }

    private void section(Pack.Section told, int number) {
        Paragraph head = new Paragraph(
                new Chunk(printable(number + ". " + told.title()), section).setLocalDestination(destination(number)));
        head.setSpacingBefore(18);
        head.setKeepTogether(true);
        pages.add(head);
        Paragraph says = new Paragraph(printable(told.says()), plain);
        says.setSpacingAfter(6);
        pages.add(says);
        if (told.grid().isEmpty()) {
            pages.add(new Paragraph(printable(told.none()), aside));
        } else {
            pages.add(table(told.grid()));
        }
        told.pictures().forEach(this::picture);
    }

    private void head(String text) {
        Paragraph head = new Paragraph(text, section);
        head.setSpacingBefore(18);
        pages.add(head);
    }

    private PdfPTable table(Grid grid) {
        PdfPTable table = new PdfPTable(ColumnWidths.of(grid));
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSplitLate(true);
        for (Grid.Heading column : grid.columns()) {
            PdfPCell head = cell(column.name(), heading, column.isNumber());
            head.setBackgroundColor(SHADE);
            table.addCell(head);
        }
        for (List<String> row : grid.rows()) {
            for (int column = 0; column < row.size(); column++) {
                table.addCell(
                        cell(row.get(column), cell, grid.columns().get(column).isNumber()));
            }
        }
        return table;
    }

    private PdfPCell cell(String text, Font font, boolean isNumber) {
        PdfPCell cell = new PdfPCell(new Phrase(printable(text), font));
        cell.setHorizontalAlignment(isNumber ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setPadding(PADDING);
        return cell;
    }

    /** A letter that the font lacks would vanish; a box tells that there is one, and the page has it. */
    private String printable(String text) {
        StringBuilder printed = new StringBuilder();
        text.codePoints().forEach(letter -> printed.appendCodePoint(letters.charExists(letter) ? letter : MISSING));
        return printed.toString();
    }

    private void picture(Pack.Picture picture) {
        try {
            Image image = Image.getInstance(picture.image(), null);
            image.scaleToFit(WIDEST_PICTURE, WIDEST_PICTURE);
            image.setSpacingBefore(8);
            image.setAlt(picture.name());
            pages.add(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signatures() {
        PdfPTable lines = new PdfPTable(Sentences.SIGNED.size());
        lines.setWidthPercentage(100);
        lines.setSpacingBefore(50);
        lines.setKeepTogether(true);
        for (String role : Sentences.SIGNED) {
            PdfPCell line = new PdfPCell(new Phrase(role, plain));
            line.setBorder(Rectangle.TOP);
            line.setPadding(PADDING);
            lines.addCell(line);
        }
        pages.add(lines);
    }

    private Font font(float size, int style, Color colour) {
        return new Font(letters, size, style, colour);
    }

    private static BaseFont letters() {
        try (InputStream file = Objects.requireNonNull(
                BaseFont.class.getClassLoader().getResourceAsStream(LETTERS), "OpenPDF carries " + LETTERS)) {
            return BaseFont.createFont(
                    "LiberationSans-Regular.ttf",
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    true,
                    file.readAllBytes(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
