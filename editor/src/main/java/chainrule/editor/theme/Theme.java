package chainrule.editor.theme;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;

/** Light or dark. */
public enum Theme {
    LIGHT,
    DARK;

    public Colors colors() {
        return this == DARK ? Colors.dark() : Colors.light();
    }

    /** The colours under the names that the look and feel's properties file uses. */
    Map<String, String> variables() {
        Colors colors = colors();
        Map<String, String> names = new LinkedHashMap<>();
        names.put("@canvas", hex(colors.canvas()));
        names.put("@panel", hex(colors.panel()));
        names.put("@card", hex(colors.card()));
        names.put("@field", hex(this == DARK ? colors.canvas() : colors.card()));
        names.put("@text", hex(colors.text()));
        names.put("@quiet", hex(colors.quiet()));
        names.put("@problem", hex(colors.problem()));
        names.put("@faded", hex(Colors.mixed(colors.panel(), colors.quiet(), 0.8)));
        names.put("@hairline", hex(colors.hairline()));
        names.put("@hover", hex(Colors.mixed(colors.panel(), colors.text(), 0.07)));
        names.put("@cursor", hex(colors.cursor()));
        names.put("@cursorGround", hex(Colors.mixed(colors.panel(), colors.cursor(), 0.18)));
        return names;
    }

    private static String hex(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xFFFFFF);
    }
}
