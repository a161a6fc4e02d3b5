package chainrule.editor.theme;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import java.util.Locale;

/**
 * The colours of a theme by what they mean. Blue is what flows forward, orange what flows back; violet is the cursor
 * and the selection, yellow is "here, now".
 *
 * @param quiet text that steps back
 * @param hairline lines of one pixel
 * @param valueGround what a value stands on
 * @param gradientGround what a gradient stands on
 */
public record Colors(
        boolean isDark,
        Color canvas,
        Color panel,
        Color card,
        Color text,
        Color quiet,
        Color hairline,
        Color value,
        Color valueGround,
        Color gradient,
        Color gradientGround,
        Color cursor,
        Color now,
        Color checked,
        Color problem) {
    private static final Colors LIGHT = new Colors(
            false,
            new Color(0xF6F7F9),
            new Color(0xFFFFFF),
            new Color(0xFFFFFF),
            new Color(0x1D2430),
            new Color(0x5F6B7A),
            new Color(0xDDE1E6),
            new Color(0x1A63C4),
            new Color(0xE8F1FD),
            new Color(0xA84806),
            new Color(0xFDEEE2),
            new Color(0x7A3FF2),
            new Color(0xFFF4C2),
            new Color(0x1B7F4B),
            new Color(0xC22536));

    private static final Colors DARK = new Colors(
            true,
            new Color(0x1B1E24),
            new Color(0x23272F),
            new Color(0x2B303A),
            new Color(0xE6EAF0),
            new Color(0x9AA6B5),
            new Color(0x363C47),
            new Color(0x6FB1FF),
            new Color(0x1E3350),
            new Color(0xFFA45C),
            new Color(0x4A2F19),
            new Color(0xB69CFF),
            new Color(0x4A4220),
            new Color(0x5CC98F),
            new Color(0xFF8088));

    /** For paper: white grounds, darker lines, and less ink. */
    private static final Colors PRINT = new Colors(
            false,
            new Color(0xFFFFFF),
            new Color(0xFFFFFF),
            new Color(0xFFFFFF),
            new Color(0x000000),
            new Color(0x474F5A),
            new Color(0xA9B0BA),
            new Color(0x0F4C9C),
            new Color(0xF3F7FD),
            new Color(0x8F3A00),
            new Color(0xFEF5EC),
            new Color(0x5A22C8),
            new Color(0xFFF4C2),
            new Color(0x0F6338),
            new Color(0xA5131F));

    public static Colors light() {
        return LIGHT;
    }

    public static Colors dark() {
        return DARK;
    }

    public static Colors print() {
        return PRINT;
    }

    /** The colours of the look and feel that is set. */
    public static Colors current() {
        return FlatLaf.isLafDark() ? DARK : LIGHT;
    }

    /** The colour of a shelf of the palette, by the category that it holds. */
    public Color shelf(Enum<?> category) {
        return switch (category.name().toUpperCase(Locale.ROOT)) {
            case "ARITHMETIC" -> new Color(0x3A8FB0);
            case "LINEAR" -> new Color(0x5B6BC8);
            case "ACTIVATION" -> new Color(0x2F9E77);
            case "REDUCE" -> new Color(0x7A8F2E);
            case "SHAPE" -> new Color(0x9A8463);
            case "LOSS" -> new Color(0xC0458C);
            case "REGULARISE" -> new Color(0x8E6BBF);
            case "CONV" -> new Color(0x2E9DA6);
            case "RECURRENT" -> new Color(0xB8892B);
            case "ATTENTION" -> new Color(0x6A7FD6);
            case "ENCODER_DECODER" -> new Color(0x4F8F8B);
            case "BLOCK" -> new Color(0x6F6558);
            default -> new Color(0x7A8796);
        };
    }

    /** The quiet tint of a shelf's colour that a title bar has. */
    public Color title(Enum<?> category) {
        return mixed(card, shelf(category), isDark ? 0.30 : 0.16);
    }

    /** A colour between two: {@code share} 0 is the first, 1 the second. */
    public static Color mixed(Color first, Color second, double share) {
        return new Color(
                between(first.getRed(), second.getRed(), share),
                between(first.getGreen(), second.getGreen(), share),
                between(first.getBlue(), second.getBlue(), share));
    }

    /** A colour that lets through what is behind it: {@code opacity} from 0 to 1. */
    public static Color faint(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(opacity * 255));
    }

    private static int between(int first, int second, double share) {
        return (int) Math.round(first + (second - first) * share);
    }
}
