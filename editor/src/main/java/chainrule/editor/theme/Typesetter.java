package chainrule.editor.theme;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** Sets formulas written in LaTeX, and keeps those that it has set. Used on one thread, but for the warming up. */
public final class Typesetter {
    private static final int MOST_KEPT = 500;

    private record Key(String latex, float size, Color color, boolean display) {}

    private final Map<Key, TeXIcon> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TeXIcon> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Loads the fonts of mathematics, which takes half a second; for a thread on which nobody waits. */
    public static void warmUp() {
        new Typesetter().formula("y = \\sum_i w_i x_i + \\frac{1}{2}", 12, Color.BLACK, false);
    }

    /**
     * A formula as it is printed; empty where it is not LaTeX.
     *
     * @param size of the letters, in pixels
     * @param display whether it stands alone, with limits above and below its sums
     */
    public Optional<TeXIcon> formula(String latex, float size, Color color, boolean display) {
        Key key = new Key(latex, size, color, display);
        TeXIcon icon = kept.get(key);
        if (icon == null) {
            try {
                icon = set(key);
            } catch (ParseException problem) {
                return Optional.empty();
            }
            kept.put(key, icon);
        }
        return Optional.of(icon);
    }

    /** One at a time: the library loads its fonts into static fields. */
    private static synchronized TeXIcon set(Key key) {
        int style = key.display() ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
        TeXIcon icon = new TeXFormula(key.latex()).createTeXIcon(style, key.size());
        icon.setForeground(key.color());
        return icon;
    }
}
