package chainrule.editor.picture;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.theme.Fonts;
import chainrule.editor.theme.Typesetter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SvgGraphicsTest {
    private final SvgGraphics g = new SvgGraphics(100, 50);

    private String written() {
        return g.document("x");
    }

    @Test
    void placesAndWidthsAreThoseOfThePage() {
        g.scale(2, 2);
        g.translate(3, 4);
        g.setColor(new Color(0x102030));
        g.fill(new Rectangle2D.Double(1, 1, 5, 5));
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {4, 2}, 0));
        g.draw(new Line2D.Double(0, 0, 1, 0));
        g.fill(new Ellipse2D.Double(0, 0, 2, 2));
        assertThat(written())
                .contains("<rect x=\"8\" y=\"10\" width=\"10\" height=\"10\" fill=\"#102030\"/>")
                .contains("d=\"M6 8L8 8\"", "stroke-width=\"3\"", "stroke-dasharray=\"8 4\"", "\"round\"")
                .contains("<ellipse cx=\"8\" cy=\"10\" rx=\"2\" ry=\"2\"");
    }

    @Test
    void textIsEscapedAndKeepsItsFontAndWidth() {
        g.setFont(Fonts.ui(12, true));
        g.drawString("a < b & \u0001c", 10f, 20f);
        assertThat(written())
                .contains(">a &lt; b &amp; c</text>")
                .contains("x=\"10\" y=\"20\"", "font-family=\"Inter,", "font-weight=\"600\"", "textLength=");
    }

    @Test
    void theLettersOfFormulasAreOutlines() {
        new Typesetter()
                .formula("\\frac{\\partial L}{\\partial w}", 16, Color.BLACK, true)
                .orElseThrow()
                .paintIcon(null, g, 5, 5);
        assertThat(written()).contains("<path d=\"M").doesNotContain("<text");
    }

    @Test
    void halfOfAHalfIsAQuarterOfTheOpacity() {
        g.setComposite(java.awt.AlphaComposite.getInstance(java.awt.AlphaComposite.SRC_OVER, 0.5f));
        g.setColor(new Color(0, 0, 0, 128));
        g.fillRect(0, 0, 1, 1);
        assertThat(written()).contains("fill-opacity=\"0.251\"");
    }

    @Test
    void aClipIsDefinedOnceAndUsedByWhatItCuts() {
        g.fillRect(0, 0, 9, 9);
        g.clip(new Rectangle2D.Double(1, 2, 3, 4));
        g.fillRect(0, 0, 9, 9);
        g.fillRect(0, 0, 8, 8);
        assertThat(written())
                .containsOnlyOnce("<clipPath id=\"c1\">")
                .doesNotContain("c2")
                .contains("clip-path=\"url(#c1)\"");
    }

    @Test
    void whatIsTurnedBecomesAnOutline() {
        g.rotate(0.3);
        g.setFont(Fonts.mono(12, false));
        g.drawString("0.5", 10, 20);
        assertThat(written()).contains("<path d=\"M").doesNotContain("<text");
    }

    @Test
    void pixelsAreCarriedInside() {
        g.drawImage(new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB), 5, 6, 20, 10, null);
        assertThat(written())
                .contains("<image x=\"5\" y=\"6\" width=\"20\" height=\"10\"", "data:image/png;base64,iVBOR");
    }
}
