package chainrule.editor.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The graph that a picture carries, so that the picture can be opened again: in a PNG the text chunk {@code chainrule}, in
 * an SVG the metadata of that name.
 */
public final class CarriedGraph {
    /** Longest text that is taken out of a picture, in bytes. */
    static final int MOST = 32_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] CHUNK = {'i', 'T', 'X', 't'};
    /** The name, that the text is compressed, and that it has neither a language nor a translated name. */
    private static final byte[] HEAD = "chainrule\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int AROUND = 12;
    private static final String OPENING = "<metadata id=\"chainrule\">";
    private static final String CLOSING = "</metadata>";

    private CarriedGraph() {}

    /** A PNG with a text in it, behind its header. */
    static byte[] inPng(byte[] png, String text) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(CHUNK);
        data.write(HEAD);
        try (DeflaterOutputStream pressed = new DeflaterOutputStream(data)) {
            pressed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        CRC32 sum = new CRC32();
        sum.update(data.toByteArray());
        int header = PNG.length + AROUND + ByteBuffer.wrap(png).getInt(PNG.length);
        return ByteBuffer.allocate(png.length + data.size() + 8)
                .put(png, 0, header)
                .putInt(data.size() - CHUNK.length)
                .put(data.toByteArray())
                .putInt((int) sum.getValue())
                .put(png, header, png.length - header)
                .array();
    }

    /** The element of an SVG with a text in it. */
    static String inSvg(String text) {
        return OPENING + SvgText.escaped(text) + CLOSING + "\n";
    }

    /** The text that a picture carries; empty where it carries none. */
    public static Optional<String> of(byte[] picture) {
        boolean png = picture.length > PNG.length && Arrays.equals(PNG, 0, PNG.length, picture, 0, PNG.length);
        return png ? ofPng(ByteBuffer.wrap(picture)) : ofSvg(new String(picture, StandardCharsets.UTF_8));
    }

    private static Optional<String> ofPng(ByteBuffer png) {
        int at = PNG.length;
        while (at + AROUND <= png.limit()) {
            int length = png.getInt(at);
            if (length < 0 || length > png.limit() - at - AROUND) {
                return Optional.empty();
            }
            byte[] chunk = new byte[length + CHUNK.length];
            png.get(at + 4, chunk);
            int end = CHUNK.length + HEAD.length;
            if (chunk.length > end
                    && Arrays.equals(CHUNK, 0, CHUNK.length, chunk, 0, CHUNK.length)
                    && Arrays.equals(HEAD, 0, HEAD.length, chunk, CHUNK.length, end)) {
                return inflated(Arrays.copyOfRange(chunk, end, chunk.length));
            }
            at += length + AROUND;
        }
        return Optional.empty();
    }

    private static Optional<String> inflated(byte[] pressed) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(pressed))) {
            byte[] text = in.readNBytes(MOST + 1);
            return text.length > MOST ? Optional.empty() : Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofSvg(String svg) {
        int start = svg.indexOf(OPENING);
        int end = svg.indexOf(CLOSING, Math.max(0, start));
        return start < 0 || end < 0
                ? Optional.empty()
                : Optional.of(svg.substring(start + OPENING.length(), end)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&"));
    }
}
