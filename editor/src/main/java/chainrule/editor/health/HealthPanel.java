package chainrule.editor.health;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.part.ScrolledColumn;
import chainrule.editor.session.Aside;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/**
 * The health of the pass where the learner stands: gradient norms along the graph, the spread of the selected node, and
 * how gradients travel over time.
 */
public final class HealthPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final NormsPiece norms;
    private final SpreadPiece spread;
    private final TimePiece time;

    /**
     * @param aside answers what takes the engine
     */
    public HealthPanel(Workbench bench, GraphCanvas canvas, Aside aside) {
        super(new BorderLayout());
        setName("health");
        Spot spot = new Spot(bench, canvas);
        norms = new NormsPiece(bench, spot);
        spread = new SpreadPiece(bench);
        time = new TimePiece(bench, aside, spot);
        ScrolledColumn body = new ScrolledColumn();
        int gap = UIScale.scale(12);
        body.setBorder(BorderFactory.createEmptyBorder(gap, gap, gap, gap));
        for (JComponent part : List.of(norms, spread, time, new BoundsForm(bench.vitals()))) {
            body.add(part);
        }
        JScrollPane scroll =
                new JScrollPane(body, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        bench.stepper().onChange(this::refresh);
        bench.selection().onChange(this::refresh);
        bench.showing().onChange(this::refresh);
        bench.vitals().onChange(this::refresh);
        setBackground(Colors.current().panel());
    }

    /** Goes to the first strip. */
    public void begin() {
        norms.begin();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        refresh();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Colors.current().panel());
    }

    private void refresh() {
        if (isVisible() && norms != null) {
            norms.refresh();
            spread.refresh();
            time.refresh();
        }
    }
}
