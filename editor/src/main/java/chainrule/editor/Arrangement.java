package chainrule.editor;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.prefs.Preferences;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.LayoutFocusTraversalPolicy;
import javax.swing.SwingUtilities;

/**
 * How the panels lie around the canvas, which never gets less than half the width. Sizes and what is hidden are
 * remembered.
 */
final class Arrangement extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int LEAST = 80;
    private static final List<Place> COLUMN = List.of(
            Place.INSPECTOR,
            Place.OUTLINE,
            Place.CHAIN,
            Place.HEALTH,
            Place.TRAINING,
            Place.WATCH,
            Place.LESSON,
            Place.TEXT);

    private final transient Preferences preferences;
    private final JComponent canvas;
    private final Map<Place, JComponent> panels;
    private final Map<Place, Integer> sizes = new EnumMap<>(Place.class);
    private final Map<Place, Grip> grips = new EnumMap<>(Place.class);

    Arrangement(JComponent canvas, Map<Place, JComponent> panels, Preferences preferences) {
        super(null);
        this.canvas = canvas;
        this.panels = new EnumMap<>(panels);
        this.preferences = preferences;
        for (Place place : Place.values()) {
            Grip grip = new Grip(place == Place.PALETTE || place == Place.INSPECTOR, by -> drag(place, by));
            grips.put(place, grip);
            add(grip);
            sizes.put(place, preferences.getInt(place.key() + ".size", place.size()));
        }
        panels.forEach((place, panel) -> {
            panel.setVisible(preferences.getBoolean(place.key(), place.isShownFirst()));
            add(panel);
        });
        add(canvas);
    }

    boolean shows(Place place) {
        return panel(place).isVisible();
    }

    void show(Place place, boolean visible) {
        panel(place).setVisible(visible);
        preferences.putBoolean(place.key(), visible);
        revalidate();
        repaint();
    }

    /** Shows or hides a panel without remembering it, as a presentation does. */
    void showForNow(Place place, boolean visible) {
        panel(place).setVisible(visible);
        revalidate();
        repaint();
    }

    /** Shows what the learner chose to see, here or in another tab. */
    void arrangeAsRemembered() {
        for (Place place : Place.values()) {
            panel(place).setVisible(wants(place));
            sizes.put(place, preferences.getInt(place.key() + ".size", place.size()));
        }
        revalidate();
    }

    /** Moves the focus to the next panel in sight: the way out of the canvas, whose Tab key adds nodes. */
    void focusNext() {
        List<JComponent> around = new ArrayList<>(List.of(canvas));
        List<Place> places = new ArrayList<>(COLUMN);
        places.addAll(List.of(Place.STEPPER, Place.PALETTE));
        for (Place place : places) {
            if (shows(place)) {
                around.add(panel(place));
            }
        }
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        int now = 0;
        for (int i = 0; i < around.size(); i++) {
            if (owner != null && SwingUtilities.isDescendingFrom(owner, around.get(i))) {
                now = i;
            }
        }
        for (int i = 1; i <= around.size(); i++) {
            JComponent next = around.get((now + i) % around.size());
            Component first = new LayoutFocusTraversalPolicy().getFirstComponent(next);
            if (next == canvas ? canvas.requestFocusInWindow() : first != null && first.requestFocusInWindow()) {
                return;
            }
        }
    }

    /** Shows a panel and puts the focus into it. */
    void enter(Place place) {
        show(place, true);
        validate();
        Component first = new LayoutFocusTraversalPolicy().getFirstComponent(panel(place));
        if (first != null) {
            first.requestFocusInWindow();
        }
    }

    /** What the learner chose to see, whatever is shown for now. */
    boolean wants(Place place) {
        return preferences.getBoolean(place.key(), place.isShownFirst());
    }

    @Override
    public Dimension getMinimumSize() {
        return UIScale.scale(new Dimension(640, 400));
    }

    /** The grips lie over the panels. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int wish = Math.max(size(Place.STEPPER), panel(Place.STEPPER).getMinimumSize().height);
        int below = shows(Place.STEPPER) ? Math.min(wish, getHeight() / 2) : 0;
        int height = getHeight() - below;
        boolean side = COLUMN.stream().anyMatch(this::shows);
        int left = shows(Place.PALETTE) ? size(Place.PALETTE) : 0;
        int right = side ? size(Place.INSPECTOR) : 0;
        if (left + right > width / 2) {
            double share = width / 2.0 / (left + right);
            left = (int) (left * share);
            right = (int) (right * share);
        }
        panel(Place.STEPPER).setBounds(0, height, width, below);
        panel(Place.PALETTE).setBounds(0, 0, left, height);
        canvas.setBounds(left, 0, width - left - right, height);
        layoutSide(width - right, right, height);
        lay(Place.STEPPER, below > 0, height, 0, width);
        lay(Place.PALETTE, left > 0, left, 0, height);
        lay(Place.INSPECTOR, right > 0, width - right, 0, height);
    }

    /** The panels at the right lie one below the other; the first of them gets what the others leave. */
    private void layoutSide(int x, int width, int height) {
        List<Place> shown = COLUMN.stream().filter(this::shows).toList();
        int bottom = height;
        for (int i = COLUMN.size() - 1; i > 0; i--) {
            Place place = COLUMN.get(i);
            boolean under = shown.indexOf(place) > 0;
            if (under) {
                int share = Math.min(size(place), height * 2 / 3 / (shown.size() - 1));
                panel(place).setBounds(x, bottom - share, width, share);
                bottom -= share;
            }
            lay(place, under, bottom, x, width);
        }
        if (!shown.isEmpty()) {
            panel(shown.get(0)).setBounds(x, 0, width, bottom);
        }
    }

    private void lay(Place place, boolean visible, int across, int along, int length) {
        Grip grip = grip(place);
        grip.setVisible(visible);
        grip.lie(across, along, length);
    }

    private void drag(Place place, int by) {
        boolean atSide = place == Place.PALETTE || place == Place.INSPECTOR;
        int most = atSide ? getWidth() / 2 - otherSide(place) : getHeight() / 2;
        int wish = size(place) + (place == Place.PALETTE ? by : -by);
        int size = Math.max(UIScale.scale(LEAST), Math.min(most, wish));
        sizes.put(place, UIScale.unscale(size));
        preferences.putInt(place.key() + ".size", UIScale.unscale(size));
        revalidate();
        repaint();
    }

    private int otherSide(Place place) {
        return place == Place.PALETTE
                ? panel(Place.INSPECTOR).getWidth()
                : panel(Place.PALETTE).getWidth();
    }

    private int size(Place place) {
        return UIScale.scale(sizes.getOrDefault(place, place.size()));
    }

    private JComponent panel(Place place) {
        return java.util.Objects.requireNonNull(panels.get(place));
    }

    private Grip grip(Place place) {
        return java.util.Objects.requireNonNull(grips.get(place));
    }
}
