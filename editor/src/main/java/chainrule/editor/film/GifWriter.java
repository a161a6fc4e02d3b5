package chainrule.editor.film;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a GIF frame by frame. Of each frame only the part that changed is written, and in it only the pixels that did;
 * the others are left as they were.
 */
final class GifWriter implements AutoCloseable {
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final Palette palette;
    private final boolean repeats;
    private byte @Nullable [] before;

    /**
     * @param size of every frame
     */
    GifWriter(ImageOutputStream out, Palette palette, Rectangle size, boolean repeats) throws IOException {
        this.palette = palette;
        this.repeats = repeats;
        writer.setOutput(out);
        IIOMetadata stream = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode tree = tree(stream);
        IIOMetadataNode screen = child(tree, "LogicalScreenDescriptor");
        screen.setAttribute("logicalScreenWidth", Integer.toString(size.width));
        screen.setAttribute("logicalScreenHeight", Integer.toString(size.height));
        screen.setAttribute("colorResolution", "8");
        screen.setAttribute("pixelAspectRatio", "0");
        tree.appendChild(table(palette.model()));
        stream.setFromTree(stream.getNativeMetadataFormatName(), tree);
        writer.prepareWriteSequence(stream);
    }

    /** Adds a frame that is seen for so many hundredths of a second. */
    void add(BufferedImage frame, int hundredths) throws IOException {
        byte[] places = palette.places(frame);
        byte[] last = before;
        Rectangle all = new Rectangle(frame.getWidth(), frame.getHeight());
        Rectangle part = last == null ? all : changed(places, last, all);
        BufferedImage image =
                new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED, palette.model());
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                int at = (part.y + y) * all.width + part.x + x;
                boolean stays = last != null && last[at] == places[at];
                pixels[y * part.width + x] = stays ? (byte) Palette.MOST : places[at];
            }
        }
        writer.writeToSequence(new IIOImage(image, null, told(image, part, hundredths)), null);
        before = places;
    }

    /** Ends the file, which is not whole before. */
    void end() throws IOException {
        writer.endWriteSequence();
    }

    @Override
    public void close() {
        writer.dispose();
    }

    /** The smallest part outside of which nothing changed; one pixel where nothing did. */
    private static Rectangle changed(byte[] places, byte[] last, Rectangle all) {
        int left = all.width;
        int top = all.height;
        int right = -1;
        int bottom = -1;
        for (int i = 0; i < places.length; i++) {
            if (places[i] != last[i]) {
                left = Math.min(left, i % all.width);
                right = Math.max(right, i % all.width);
                top = Math.min(top, i / all.width);
                bottom = i / all.width;
            }
        }
        return right < 0 ? new Rectangle(1, 1) : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private IIOMetadata told(BufferedImage image, Rectangle part, int hundredths) throws IOException {
        IIOMetadata told = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode tree = tree(told);
        IIOMetadataNode place = child(tree, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(part.x));
        place.setAttribute("imageTopPosition", Integer.toString(part.y));
        place.setAttribute("imageWidth", Integer.toString(part.width));
        place.setAttribute("imageHeight", Integer.toString(part.height));
        place.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = child(tree, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(Palette.MOST));
        control.setAttribute("delayTime", Integer.toString(hundredths));
        IIOMetadataNode own = find(tree, "LocalColorTable");
        if (own != null) {
            tree.removeChild(own);
        }
        if (repeats && before == null) {
            tree.appendChild(forever());
        }
        told.setFromTree(told.getNativeMetadataFormatName(), tree);
        return told;
    }

    /** The extension by which a GIF begins again at its end, without a limit. */
    private static IIOMetadataNode forever() {
        IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(extension);
        return extensions;
    }

    private static IIOMetadataNode table(IndexColorModel model) {
        IIOMetadataNode table = new IIOMetadataNode("GlobalColorTable");
        table.setAttribute("sizeOfGlobalColorTable", Integer.toString(model.getMapSize()));
        table.setAttribute("backgroundColorIndex", "0");
        table.setAttribute("sortFlag", "FALSE");
        for (int i = 0; i < model.getMapSize(); i++) {
            IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
            entry.setAttribute("index", Integer.toString(i));
            entry.setAttribute("red", Integer.toString(model.getRed(i)));
            entry.setAttribute("green", Integer.toString(model.getGreen(i)));
            entry.setAttribute("blue", Integer.toString(model.getBlue(i)));
            table.appendChild(entry);
        }
        return table;
    }

    private static IIOMetadataNode tree(IIOMetadata metadata) {
        return (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    }

    private static @Nullable IIOMetadataNode find(IIOMetadataNode tree, String name) {
        return (IIOMetadataNode) tree.getElementsByTagName(name).item(0);
    }

    private static IIOMetadataNode child(IIOMetadataNode tree, String name) {
        IIOMetadataNode known = find(tree, name);
        if (known == null) {
            known = new IIOMetadataNode(name);
            tree.appendChild(known);
        }
        return Objects.requireNonNull(known);
    }
}
