package chainrule.editor.theme;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import com.formdev.flatlaf.util.UIScale;
import java.util.List;
import java.util.prefs.Preferences;

/** Theme and size of the whole interface; both can change while it runs, and are remembered. */
public final class Appearance {
    /** Sizes of the interface that can be chosen, in percent. */
    public static final List<Integer> SCALES = List.of(100, 125, 150, 200);

    private static final String THEME = "theme";
    private static final String SEEN = "systemTheme";
    private static final String SCALE = "scale";

    private final Preferences preferences;

    public Appearance(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Puts fonts, theme and size in place; before the first window is built. */
    public void install() {
        FlatInterFont.installLazy();
        FlatJetBrainsMonoFont.installLazy();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.setPreferredMonospacedFontFamily(FlatJetBrainsMonoFont.FAMILY);
        FlatLaf.registerCustomDefaultsSource(Appearance.class.getPackageName(), Appearance.class.getClassLoader());
        setUp(theme());
        UIScale.setZoomFactor(scale() / 100f);
    }

    /** What is shown: the chosen theme, or the system's. */
    public Theme theme() {
        String name = followsSystem() ? preferences.get(SEEN, "") : preferences.get(THEME, "");
        return name.equals(Theme.DARK.name()) ? Theme.DARK : Theme.LIGHT;
    }

    /** Whether the theme is the system's, as it is until one is chosen. */
    public boolean followsSystem() {
        return preferences.get(THEME, "").isEmpty();
    }

    /** Changes every window that is open. */
    public void choose(Theme theme) {
        preferences.put(THEME, theme.name());
        show(theme);
    }

    /** From now on the theme is the system's. */
    public void followSystem() {
        preferences.remove(THEME);
        show(theme());
    }

    /** The system has been asked; answers whether that changed what is shown. */
    public boolean systemIs(Theme seen) {
        Theme before = theme();
        preferences.put(SEEN, seen.name());
        if (theme() != before) {
            show(theme());
        }
        return theme() != before;
    }

    private static void show(Theme theme) {
        setUp(theme);
        FlatLaf.updateUI();
    }

    /** The size of the interface in percent. */
    public int scale() {
        int percent = preferences.getInt(SCALE, 100);
        return SCALES.contains(percent) ? percent : 100;
    }

    /** Changes the size in every window that is open. */
    public void choose(int percent) {
        preferences.putInt(SCALE, percent);
        UIScale.setZoomFactor(percent / 100f);
        FlatLaf.updateUI();
    }

    private static void setUp(Theme theme) {
        FlatLaf.setGlobalExtraDefaults(theme.variables());
        if (theme == Theme.DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
    }
}
