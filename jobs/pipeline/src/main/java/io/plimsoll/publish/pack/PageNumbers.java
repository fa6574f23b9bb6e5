package io.plimsoll.publish.pack;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** Title, number and count of the pages, below each; the count is filled in when the last one is done. */
final class PageNumbers extends PdfPageEventHelper {

    private static final float SIZE = 8;
    private static final float HEIGHT = 24;
    private static final float ROOM = 30;

    private final BaseFont letters;
    private final String title;
    private @Nullable PdfTemplate count;

    PageNumbers(BaseFont letters, String title) {
        this.letters = letters;
        this.title = title;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte content = writer.getDirectContent();
        PdfTemplate shared = count(content);
        String number = "page " + writer.getPageNumber() + " of ";
        float right = document.right() - ROOM;
        content.beginText();
        content.setFontAndSize(letters, SIZE);
        content.showTextAligned(PdfContentByte.ALIGN_LEFT, title, document.left(), HEIGHT, 0);
        content.showTextAligned(PdfContentByte.ALIGN_RIGHT, number, right, HEIGHT, 0);
        content.endText();
        content.addTemplate(shared, right, HEIGHT);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        PdfTemplate shared = count(writer.getDirectContent());
        shared.beginText();
        shared.setFontAndSize(letters, SIZE);
        shared.showText(" " + (writer.getPageNumber() - 1));
        shared.endText();
    }

    private PdfTemplate count(PdfContentByte content) {
        PdfTemplate shared = count;
        if (shared == null) {
            shared = content.createTemplate(ROOM, SIZE + 2);
            count = shared;
        }
        return shared;
    }
}
