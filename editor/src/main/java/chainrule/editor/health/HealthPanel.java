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

    private final transient Workbench bench;
    private final transient Aside aside;
    private final transient Spot spot;
    private final ScrolledColumn body = new ScrolledColumn();
    private NormsPiece norms;
    private SpreadPiece spread;
    private TimePiece time;
    private BoundsForm form;

    /**
     * @param aside answers what takes the engine
     */
    public HealthPanel(Workbench bench, GraphCanvas canvas, Aside aside) {
        super(new BorderLayout());
        setName("health");
        this.bench = bench;
        this.aside = aside;
        this.spot = new Spot(bench, canvas);
        this.norms = new NormsPiece(bench, spot);
        this.spread = new SpreadPiece(bench);
        this.time = new TimePiece(bench, aside, spot);
        this.form = new BoundsForm(bench.vitals());
        fill();
        JScrollPane scroll =
                new JScrollPane(body, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        bench.stepper().onChange(this::refresh);
        bench.selection().onChange(this::refresh);
        bench.showing().onChange(this::refresh);
        bench.vitals().onChange(() -> {
            form.follow();
            refresh();
        });
        setBackground(Colors.current().panel());
    }

    private void fill() {
        int gap = UIScale.scale(12);
        body.setBorder(BorderFactory.createEmptyBorder(gap, gap, gap, gap));
        body.removeAll();
        for (JComponent part : List.of(norms, spread, time, form)) {
            body.add(part);
        }
    }

    /** Text and plots are made anew in the size and the colours of the interface. */
    private void renew() {
        norms = new NormsPiece(bench, spot);
        spread = new SpreadPiece(bench);
        time = new TimePiece(bench, aside, spot);
        form = new BoundsForm(bench.vitals());
        fill();
        refresh();
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
        if (body != null) {
            renew();
        }
    }

    private void refresh() {
        if (isVisible() && norms != null) {
            norms.refresh();
            spread.refresh();
            time.refresh();
        }
    }
}
