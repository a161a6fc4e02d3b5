package chainrule.editor.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.session.Evaluation;
import chainrule.editor.theme.Colors;
import chainrule.graph.Validation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    /** Two cards far apart: about 1 900 by 1 100 pixels. */
    private static GraphPicture picture() {
        Document document = Samples.param("first", 2, 0, 0).applied(Document.untitled());
        document = Samples.param("last", 3, 1700, 1000).applied(document);
        Validation validation = Validation.of(document.graph());
        return new GraphPicture(
                new Evaluation(document, Evaluation.State.RUNNING, validation, List.of(), null),
                null,
                new PictureStyle(Colors.light(), false, false, 10));
    }

    private static PageFormat a4() {
        Paper paper = new Paper();
        paper.setSize(595, 842);
        paper.setImageableArea(20, 30, 555, 782);
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        return format;
    }

    private static BufferedImage sheet(Pages pages, int index) {
        BufferedImage image = new BufferedImage(595, 842, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 595, 842);
        assertThat(pages.print(g, pages.getPageFormat(index), index)).isEqualTo(Printable.PAGE_EXISTS);
        g.dispose();
        return image;
    }

    private static boolean hasInk(BufferedImage image, int left, int top, int right, int bottom) {
        int ground = Colors.light().canvas().getRGB();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (image.getRGB(x, y) != ground && image.getRGB(x, y) != Color.WHITE.getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void fittedItIsOnOneSheetInTheMiddle() {
        Pages pages = Pages.fitted(picture(), a4());
        assertThat(pages.getNumberOfPages()).isEqualTo(1);
        assertThat(pages.scale() * picture().width()).isCloseTo(555, within(0.5));
        BufferedImage sheet = sheet(pages, 0);
        assertThat(hasInk(sheet, 0, 0, 20, 842)).as("ink in the margin").isFalse();
        assertThat(hasInk(sheet, 20, 250, 575, 600)).isTrue();
        assertThat(hasInk(sheet, 20, 30, 575, 200)).as("above the middle").isFalse();
    }

    @Test
    void aSmallPictureIsNotEnlarged() {
        Document document = Samples.param("only", 2, 0, 0).applied(Document.untitled());
        Validation validation = Validation.of(document.graph());
        GraphPicture small = new GraphPicture(
                new Evaluation(document, Evaluation.State.RUNNING, validation, List.of(), null), null, Colors.light());
        assertThat(Pages.fitted(small, a4()).scale()).isEqualTo(Pages.NATURAL);
    }

    @Test
    void atNaturalSizeItTakesSheetsSideBySideAndTheyContinueEachOther() {
        Pages pages = new Pages(picture(), a4(), Pages.NATURAL);
        assertThat(pages.columns()).isEqualTo(3);
        assertThat(pages.rows()).isEqualTo(2);
        assertThat(pages.getNumberOfPages()).isEqualTo(6);
        assertThat(hasInk(sheet(pages, 0), 20, 30, 575, 812))
                .as("the first card")
                .isTrue();
        assertThat(hasInk(sheet(pages, 1), 20, 30, 575, 812))
                .as("between the cards")
                .isFalse();
        assertThat(hasInk(sheet(pages, 5), 20, 30, 575, 812))
                .as("the last card")
                .isTrue();
        BufferedImage none = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        assertThat(pages.print(none.createGraphics(), a4(), 6)).isEqualTo(Printable.NO_SUCH_PAGE);
    }
}
