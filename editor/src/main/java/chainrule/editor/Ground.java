package chainrule.editor;

import java.awt.BorderLayout;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** What fills a tab: the canvas with the panels around it, or the start page in its place. */
final class Ground extends JPanel {
    private static final long serialVersionUID = 1;

    private final JComponent work;
    private final transient Supplier<StartPage> pages;
    private final transient Runnable left;
    private @Nullable StartPage page;

    /**
     * @param pages makes the start page when it is first asked for
     * @param left called after the start page was left
     */
    Ground(JComponent work, Supplier<StartPage> pages, Runnable left) {
        super(new BorderLayout());
        this.work = work;
        this.pages = pages;
        this.left = left;
        add(work);
    }

    /** Shows the start page until something is opened or changed. */
    void showStart() {
        StartPage shown = page;
        if (shown == null) {
            shown = pages.get();
            page = shown;
        }
        shown.refresh();
        put(shown);
        shown.requestFocusInWindow();
    }

    /** Leaves the start page, where it is shown. */
    void leaveStart() {
        if (page != null && page.getParent() != null) {
            put(work);
            left.run();
        }
    }

    private void put(JComponent wanted) {
        removeAll();
        add(wanted);
        SwingUtilities.updateComponentTreeUI(wanted);
        revalidate();
        repaint();
    }
}
