package chainrule.editor.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.LinkedHashMap;
import java.util.Map;

/** The elements of an SVG page, in the order in which they were painted. */
final class SvgPage {
    private final double width;
    private final double height;
    private final StringBuilder elements = new StringBuilder();
    private final Map<String, String> clips = new LinkedHashMap<>();

    SvgPage(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Adds a shape with what else is said of it. */
    void add(String shape, String attributes) {
        elements.append(shape).append(attributes).append("/>\n");
    }

    /** Adds text with what else is said of it. */
    void text(SvgText text, String attributes) {
        elements.append(text.opening())
                .append(attributes)
                .append('>')
                .append(SvgText.escaped(text.words()))
                .append("</text>\n");
    }

    /** The attribute of what is seen through a shape only. */
    String clip(Shape shape) {
        String path = SvgShape.of(shape, new AffineTransform());
        return " clip-path=\"url(#" + clips.computeIfAbsent(path, p -> "c" + (clips.size() + 1)) + ")\"";
    }

    String document(String title) {
        StringBuilder text = new StringBuilder();
        String wide = SvgShape.number(width);
        String high = SvgShape.number(height);
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\""
                        .formatted(wide, high, wide, high))
                .append(" role=\"img\" xml:space=\"preserve\">\n<title>")
                .append(SvgText.escaped(title))
                .append("</title>\n");
        if (!clips.isEmpty()) {
            text.append("<defs>\n");
            clips.forEach((shape, id) -> text.append("<clipPath id=\"%s\">".formatted(id))
                    .append(shape)
                    .append("/></clipPath>\n"));
            text.append("</defs>\n");
        }
        return text.append(elements).append("</svg>\n").toString();
    }
}
