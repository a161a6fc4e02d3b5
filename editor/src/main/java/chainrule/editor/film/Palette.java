package chainrule.editor.film;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours that all frames of a film share, so that what stays the same does not flicker. One more place stands for
 * what is as in the frame before.
 */
final class Palette {
    /** As many colours as fit beside the one for what stays. */
    static final int MOST = 255;

    private final List<Integer> colors;
    private final IndexColorModel model;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private Palette(List<Integer> colors) {
        this.colors = List.copyOf(colors);
        byte[][] channels = new byte[3][MOST + 1];
        for (int i = 0; i < colors.size(); i++) {
            for (int c = 0; c < channels.length; c++) {
                channels[c][i] = (byte) ColorCensus.channel(colors.get(i), 16 - 8 * c);
            }
        }
        this.model = new IndexColorModel(8, MOST + 1, channels[0], channels[1], channels[2], MOST);
    }

    static Palette of(ColorCensus census) {
        return new Palette(census.colors(MOST));
    }

    IndexColorModel model() {
        return model;
    }

    /** The place of the colour that stands for a colour. */
    int place(int rgb) {
        return nearest.computeIfAbsent(rgb & 0xFFFFFF, this::search);
    }

    /** The places of an image's colours, row by row. */
    byte[] places(BufferedImage image) {
        int width = image.getWidth();
        byte[] places = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            byte place = (byte) place(row[0]);
            for (int x = 0; x < width; x++) {
                if (x > 0 && row[x] != row[x - 1]) {
                    place = (byte) place(row[x]);
                }
                places[y * width + x] = place;
            }
        }
        return places;
    }

    private int search(int color) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.size(); i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int apart = ColorCensus.channel(color, shift) - ColorCensus.channel(colors.get(i), shift);
                distance += apart * apart;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
