package chainrule.editor.theme;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import javax.swing.Icon;
import javax.swing.UIManager;

/** The pictures on buttons: 16 pixels, drawn in the colour of the text beside them. */
public final class Icons {
    private static final int SIZE = 16;

    private Icons() {}

    /**
     * @param name of a file in {@code icons}, without its ending
     */
    public static Icon named(String name) {
        FlatSVGIcon icon =
                new FlatSVGIcon("chainrule/editor/icons/" + name + ".svg", SIZE, SIZE, Icons.class.getClassLoader());
        icon.setColorFilter(new FlatSVGIcon.ColorFilter((component, color) -> ink()));
        return icon;
    }

    private static Color ink() {
        return UIManager.getColor("Label.foreground");
    }
}
