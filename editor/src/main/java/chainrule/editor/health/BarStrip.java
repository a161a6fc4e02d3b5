package chainrule.editor.health;

import chainrule.editor.session.VitalWords;
import chainrule.health.Bounds;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.ToolTipManager;
import org.jspecify.annotations.Nullable;

/**
 * A row of bars on a logarithmic scale, one of which is marked: by the pointer or by the arrow keys. A press, Enter or the
 * space bar goes to its node.
 */
final class BarStrip extends JComponent {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(BarStrip.class);
    private static final int LEAST = 7;

    private final String title;
    private final transient Consumer<Bar> pointed;
    private final transient Consumer<Bar> gone;
    private transient List<Bar> bars = List.of();
    private transient Bounds limits = Bounds.standard();
    private int marked = -1;

    /**
     * @param pointed told the bar that is marked by the pointer or a key
     * @param gone told the bar that is chosen
     */
    BarStrip(String name, String title, Consumer<Bar> pointed, Consumer<Bar> gone) {
        this.title = title;
        this.pointed = pointed;
        this.gone = gone;
        setName(name);
        setFocusable(true);
        ToolTipManager.sharedInstance().registerComponent(this);
        listen();
        key("LEFT", at -> at - 1);
        key("RIGHT", at -> at + 1);
        key("HOME", at -> 0);
        key("END", at -> bars.size() - 1);
        for (String stroke : List.of("ENTER", "SPACE")) {
            bind(stroke, this::go);
        }
        speak();
    }

    /** Shows other bars; the same one stays marked where there are as many. */
    void show(List<Bar> shown, Bounds against) {
        if (shown.size() != bars.size()) {
            marked = -1;
            revalidate();
        }
        bars = List.copyOf(shown);
        limits = against;
        speak();
        repaint();
    }

    List<Bar> bars() {
        return bars;
    }

    Bounds limits() {
        return limits;
    }

    /** The index of the marked bar; −1 for none. */
    int marked() {
        return marked;
    }

    /** The place of a bar, in pixels of this component. */
    double left(int bar) {
        return bar * (double) getWidth() / Math.max(1, bars.size());
    }

    /** What is said of a bar: {@code h1: 0.0123, vanishing}. */
    String words(Bar bar) {
        return bar.known().isEmpty()
                ? WORDS.text("bar.notYet", bar.label())
                : WORDS.text("bar.known", bar.label(), bar.written(), VitalWords.verdict(bar.verdict(limits)));
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(LEAST) * bars.size(), UIScale.scale(110));
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int at = at(event.getX());
        return at < 0 ? null : words(bars.get(at));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics g = graphics.create();
        new StripPainter(g, this).paint();
        g.dispose();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Spoken();
        }
        return accessibleContext;
    }

    /** The strip to those who hear the window. */
    private final class Spoken extends AccessibleJComponent {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LIST;
        }
    }

    private void speak() {
        long bad = bars.stream().filter(bar -> bar.verdict(limits).isBad()).count();
        AccessibleContext spoken = getAccessibleContext();
        spoken.setAccessibleName(WORDS.text("strip.spoken", title, bars.size(), bad));
        spoken.setAccessibleDescription(
                marked < 0 ? "" : WORDS.text("strip.marked", marked + 1, bars.size(), words(bars.get(marked))));
    }

    private void listen() {
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent event) {
                point(at(event.getX()));
            }

            @Override
            public void mousePressed(MouseEvent event) {
                requestFocusInWindow();
                point(at(event.getX()));
                go();
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent event) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
                repaint();
            }
        });
    }

    private void key(String stroke, IntUnaryOperator to) {
        bind(stroke, () -> {
            int there = Math.max(0, Math.min(bars.size() - 1, to.applyAsInt(marked)));
            if (there < bars.size()) {
                point(there);
                scrollRectToVisible(new Rectangle((int) left(there), 0, UIScale.scale(LEAST * 3), getHeight()));
            }
        });
    }

    private void bind(String stroke, Runnable deed) {
        getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
        getActionMap().put(stroke, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    private int at(int x) {
        return bars.isEmpty() || x < 0 || x >= getWidth() ? -1 : (int) ((long) x * bars.size() / getWidth());
    }

    private void point(int bar) {
        if (bar >= 0 && bar != marked) {
            marked = bar;
            speak();
            repaint();
            pointed.accept(bars.get(bar));
        }
    }

    private void go() {
        if (marked >= 0) {
            gone.accept(bars.get(marked));
        }
    }
}
