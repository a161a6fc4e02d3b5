package chainrule.editor.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColorCensusTest {
    private static final int GROUND = 0xF6F7F9;

    /** A ground, and a strip with very many colours. */
    private static BufferedImage rainbow() {
        BufferedImage image = new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(GROUND));
        g.fillRect(0, 0, 400, 100);
        g.dispose();
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 20; y++) {
                image.setRGB(x, y, Color.HSBtoRGB(x / 400f, 1 - y / 40f, 1));
            }
        }
        return image;
    }

    @Test
    void fewColorsAreKeptAsTheyAre() {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x102030);
        image.setRGB(1, 0, 0x102030);
        image.setRGB(2, 0, 0xA0B0C0);
        ColorCensus census = new ColorCensus();
        census.add(image);
        assertThat(census.colors(255)).isEqualTo(List.of(0x102030, 0xA0B0C0));
    }

    @Test
    void manyColorsAreStoodForByNearOnesAndLargeAreasStayExact() {
        ColorCensus census = new ColorCensus();
        BufferedImage image = rainbow();
        census.add(image);
        assertThat(census.colors(255)).hasSize(255).contains(GROUND);
        Palette palette = Palette.of(census);
        for (int x = 0; x < 400; x++) {
            Color wanted = new Color(image.getRGB(x, 7));
            Color got = new Color(palette.model().getRGB(palette.place(wanted.getRGB())));
            assertThat(Math.abs(wanted.getRed() - got.getRed())).isLessThan(60);
            assertThat(Math.abs(wanted.getGreen() - got.getGreen())).isLessThan(60);
            assertThat(Math.abs(wanted.getBlue() - got.getBlue())).isLessThan(60);
        }
    }

    @Test
    void theLastPlaceIsForWhatStays() {
        ColorCensus census = new ColorCensus();
        census.add(rainbow());
        Palette palette = Palette.of(census);
        assertThat(palette.model().getTransparentPixel()).isEqualTo(Palette.MOST);
        assertThat(palette.places(rainbow())).doesNotContain((byte) Palette.MOST);
    }
}
