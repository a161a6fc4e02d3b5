package chainrule.editor.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Shapes in the words of SVG: the beginning of an element, which the caller closes. */
final class SvgShape {
    private SvgShape() {}

    /** A shape where a transform puts it. */
    static String of(Shape shape, AffineTransform at) {
        boolean straight = at.getShearX() == 0 && at.getShearY() == 0 && at.getScaleX() > 0 && at.getScaleY() > 0;
        if (straight && shape instanceof Rectangle2D rectangle) {
            return "<rect" + box(rectangle, at);
        }
        if (straight && shape instanceof RoundRectangle2D round) {
            double rx = Math.min(round.getArcWidth(), round.getWidth()) / 2 * at.getScaleX();
            double ry = Math.min(round.getArcHeight(), round.getHeight()) / 2 * at.getScaleY();
            return "<rect" + box(round.getBounds2D(), at) + attribute("rx", rx) + attribute("ry", ry);
        }
        if (straight && shape instanceof Ellipse2D ellipse) {
            Rectangle2D box = at.createTransformedShape(ellipse.getBounds2D()).getBounds2D();
            return "<ellipse" + attribute("cx", box.getCenterX()) + attribute("cy", box.getCenterY())
                    + attribute("rx", box.getWidth() / 2) + attribute("ry", box.getHeight() / 2);
        }
        PathIterator path = shape.getPathIterator(at);
        String rule = path.getWindingRule() == PathIterator.WIND_EVEN_ODD ? " fill-rule=\"evenodd\"" : "";
        return "<path d=\"" + path(path) + "\"" + rule;
    }

    /** How a line is drawn, as attributes. */
    static String stroke(BasicStroke stroke, double scale) {
        StringBuilder text = new StringBuilder(attribute("stroke-width", stroke.getLineWidth() * scale));
        if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
            text.append(" stroke-linecap=\"")
                    .append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square")
                    .append('"');
        }
        if (stroke.getLineJoin() != BasicStroke.JOIN_MITER) {
            text.append(" stroke-linejoin=\"")
                    .append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? "round" : "bevel")
                    .append('"');
        }
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            StringBuilder list = new StringBuilder();
            for (float dash : dashes) {
                list.append(list.isEmpty() ? "" : " ").append(number(dash * scale));
            }
            text.append(" stroke-dasharray=\"").append(list).append('"');
        }
        return text.toString();
    }

    /** Pixels, as an element that carries them. */
    static String image(Image image, AffineTransform at) {
        int width = image.getWidth(null);
        int height = image.getHeight(null);
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = pixels.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(pixels, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "<image" + box(new Rectangle2D.Double(0, 0, width, height), at)
                + " preserveAspectRatio=\"none\" href=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png.toByteArray()) + "\"";
    }

    /** A number with as many digits as can be seen. */
    static String number(double value) {
        double round = Math.round(value * 1000) / 1000.0;
        return round == Math.rint(round) ? String.format(Locale.ROOT, "%d", (long) round) : Double.toString(round);
    }

    private static String box(Rectangle2D box, AffineTransform at) {
        Rectangle2D there = at.createTransformedShape(box).getBounds2D();
        return attribute("x", there.getX())
                + attribute("y", there.getY())
                + attribute("width", there.getWidth())
                + attribute("height", there.getHeight());
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String path(PathIterator path) {
        StringBuilder text = new StringBuilder();
        double[] at = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> points(text, 'M', at, 2);
                case PathIterator.SEG_LINETO -> points(text, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> points(text, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> points(text, 'C', at, 6);
                default -> text.append('Z');
            }
        }
        return text.toString();
    }

    private static void points(StringBuilder text, char verb, double[] at, int count) {
        text.append(verb);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }
}
