package chainrule.editor.film;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each colour is in some images, and the few colours that stand for all of them best. */
final class ColorCensus {
    /** A colour as red, green and blue in 24 bits, and how often it is there. */
    private record Counted(int color, long count) {}

    private final Map<Integer, long[]> counts = new HashMap<>();

    /** Counts the colours of an image without transparent places. */
    void add(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            int begin = 0;
            for (int x = 1; x <= row.length; x++) {
                if (x == row.length || row[x] != row[begin]) {
                    counts.computeIfAbsent(row[begin] & 0xFFFFFF, color -> new long[1])[0] += x - begin;
                    begin = x;
                }
            }
        }
    }

    /**
     * The colours that there are, or where there are more than so many, colours that stand for them: those of large
     * areas exactly, the others (mostly the rims of letters) by medians of boxes of similar ones.
     */
    List<Integer> colors(int most) {
        List<Counted> all = new ArrayList<>();
        counts.forEach((color, count) -> all.add(new Counted(color, count[0])));
        all.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::color));
        int exact = all.size() <= most ? all.size() : most / 2;
        List<Integer> result = new ArrayList<>();
        all.subList(0, exact).forEach(counted -> result.add(counted.color()));
        if (exact < all.size()) {
            boxes(all.subList(exact, all.size()), most - exact).forEach(box -> result.add(mean(box)));
        }
        return result;
    }

    private static List<List<Counted>> boxes(List<Counted> colors, int most) {
        List<List<Counted>> boxes = new ArrayList<>(List.of(new ArrayList<>(colors)));
        while (boxes.size() < most) {
            List<Counted> widest = boxes.stream()
                    .filter(box -> box.size() > 1)
                    .max(Comparator.comparingDouble(ColorCensus::weight))
                    .orElse(List.of());
            if (widest.isEmpty()) {
                return boxes;
            }
            boxes.remove(widest);
            int shift = widestChannel(widest);
            widest.sort(Comparator.comparingInt(counted -> channel(counted.color(), shift)));
            boxes.add(new ArrayList<>(widest.subList(0, widest.size() / 2)));
            boxes.add(new ArrayList<>(widest.subList(widest.size() / 2, widest.size())));
        }
        return boxes;
    }

    /** What is won by dividing a box: much where its colours are far apart, and more where they are often seen. */
    private static double weight(List<Counted> box) {
        long seen = box.stream().mapToLong(Counted::count).sum();
        return span(box, widestChannel(box)) * Math.sqrt(seen);
    }

    private static int widestChannel(List<Counted> box) {
        int red = span(box, 16);
        int green = span(box, 8);
        int blue = span(box, 0);
        return red >= green && red >= blue ? 16 : green >= blue ? 8 : 0;
    }

    private static int span(List<Counted> box, int shift) {
        int least = 255;
        int most = 0;
        for (Counted counted : box) {
            int channel = channel(counted.color(), shift);
            least = Math.min(least, channel);
            most = Math.max(most, channel);
        }
        return most - least;
    }

    private static int mean(List<Counted> box) {
        long seen = box.stream().mapToLong(Counted::count).sum();
        int color = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            long sum = 0;
            for (Counted counted : box) {
                sum += counted.count() * channel(counted.color(), shift);
            }
            color |= (int) ((sum + seen / 2) / seen) << shift;
        }
        return color;
    }

    static int channel(int color, int shift) {
        return color >> shift & 0xFF;
    }
}
