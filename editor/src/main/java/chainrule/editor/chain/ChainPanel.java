package chainrule.editor.chain;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.part.Fold;
import chainrule.editor.part.Piece;
import chainrule.editor.part.ScrolledColumn;
import chainrule.editor.session.Aside;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.editor.theme.Typesetter;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.trace.ChainLine;
import chainrule.trace.ChainTex;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.HierarchyEvent;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.LayoutFocusTraversalPolicy;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The chain rule at one edge, beside the canvas: its factors, its fan-out, and the paths from a parameter to the root. */
public final class ChainPanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(ChainPanel.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench bench;
    private final transient Pointer pointer;
    private final transient Aside.Asker engine;
    private final transient Aside.Asker copying;
    private final transient Aside.Asker walking;
    private final transient Typesetter typesetter = new Typesetter();
    private final ScrolledColumn body = new ScrolledColumn();
    private final JScrollPane scroll =
            new JScrollPane(body, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    private final transient Ends ends = new Ends(this::choose);
    private final PredictFold predict;
    private final SweepsFold sweeps;
    private final CheckFold check;
    private transient @Nullable Subject shown;
    private transient @Nullable Question asked;
    private transient @Nullable Question swept;
    private transient @Nullable ChainLine line;
    private transient @Nullable Worked worked;

    public ChainPanel(Workbench bench, GraphCanvas canvas, Aside aside) {
        super(new BorderLayout());
        this.bench = bench;
        this.pointer = new Pointer(bench, canvas);
        this.engine = aside.asker();
        this.copying = aside.asker();
        this.walking = aside.asker();
        this.predict = new PredictFold(bench, aside);
        this.sweeps = new SweepsFold(aside);
        this.check = new CheckFold(aside);
        setName("chain");
        scroll.setBorder(null);
        scroll.getVerticalScrollBar().setUnitIncrement(UIScale.scale(20));
        add(scroll, BorderLayout.CENTER);
        body.setBorder(BorderFactory.createEmptyBorder(gap(), gap(), gap(), gap()));
        listen();
        refresh();
    }

    /** Puts the chain rule of the edge that is shown on a clipboard as LaTeX, once the engine has said it. */
    public void copy(Consumer<String> clipboard) {
        Subject subject = Subject.of(bench);
        Slot edge = subject.edge();
        if (edge != null && subject.cursor() != null) {
            Trace trace = subject.cursor().trace();
            copying.ask(trace, d -> new ChainTex(d.plan()).line(d.line(edge)), clipboard);
        }
    }

    /** Why there is no chain rule to show now, as a sentence; empty where there is one. */
    public Optional<String> refusal() {
        Subject subject = Subject.of(bench);
        return subject.edge() == null
                ? Optional.of(subject.sentence().isEmpty() ? WORDS.text("chain.noEdge") : subject.sentence())
                : Aside.refusal(Objects.requireNonNull(subject.cursor()).trace());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (bench != null) {
            ends.updateUI();
            for (JComponent kept : new JComponent[] {predict, sweeps, check}) {
                SwingUtilities.updateComponentTreeUI(kept);
            }
            asked = null;
            swept = null;
            shown = null;
            refresh();
        }
    }

    private void listen() {
        bench.selection().onChange(this::refresh);
        bench.stepper().onChange(this::refresh);
        bench.showing().onChange(this::refresh);
        bench.evaluator().onChange(evaluation -> refresh());
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                refresh();
            }
        });
    }

    /** Nothing is worked out for a panel that nobody sees. */
    private void refresh() {
        Subject now = isShowing() ? Subject.of(bench) : null;
        if (now == null || now.equals(shown)) {
            return;
        }
        Subject before = shown;
        shown = now;
        boolean same = before != null
                && trace(before) == trace(now)
                && Objects.equals(before.edge(), now.edge())
                && Objects.equals(before.source(), now.source());
        if (!same) {
            ends.fill(trace(now), now.source());
            ask(now);
            scroll.getVerticalScrollBar().setValue(0);
        }
        rebuild();
    }

    private static @Nullable Trace trace(Subject subject) {
        return subject.cursor() == null ? null : subject.cursor().trace();
    }

    private void ask(Subject subject) {
        Trace trace = trace(subject);
        Slot edge = subject.edge();
        line = null;
        engine.forget();
        if (trace != null && edge != null && Aside.refusal(trace).isEmpty()) {
            engine.ask(trace, d -> d.line(edge), answer -> {
                line = answer;
                rebuild();
            });
        }
        walk(trace);
    }

    /** Asks for the paths between the chosen ends. */
    private void walk(@Nullable Trace trace) {
        Source source = ends.source();
        worked = null;
        walking.forget();
        if (trace != null && source != null && Aside.refusal(trace).isEmpty()) {
            walking.ask(trace, ends.root(), d -> Worked.out(d, source), answer -> {
                worked = answer;
                rebuild();
            });
        }
    }

    private void choose() {
        if (shown != null) {
            walk(trace(shown));
            rebuild();
        }
    }

    private void rebuild() {
        Subject subject = Objects.requireNonNull(shown);
        String focused = focused();
        setBackground(Colors.current().panel());
        body.getParent().setBackground(Colors.current().panel());
        body.removeAll();
        if (subject.cursor() != null) {
            predict.about();
            body.add(predict);
        }
        body.add(heading(subject));
        if (!subject.sentence().isEmpty()) {
            body.add(Piece.text(subject.sentence()));
        }
        if (subject.cursor() != null) {
            Trace trace = subject.cursor().trace();
            Aside.refusal(trace).ifPresent(sentence -> body.add(Piece.text(sentence)));
            pieces(subject, trace.plan(), Told.Look.at(subject.cursor()));
        }
        body.revalidate();
        body.repaint();
        if (!focused.isEmpty()) {
            focus(body, focused);
        }
    }

    /** Whether the gradient of the edge that is shown has not flowed back yet, so that its numbers are still to be found. */
    public boolean isToCome() {
        Subject subject = Subject.of(bench);
        Slot edge = subject.edge();
        return edge != null
                && subject.cursor() != null
                && subject.cursor().view().contribution(edge).isEmpty();
    }

    /** Whether the gradient of the edge that is shown, or a factor of it, is hidden by the learner. */
    public boolean isHidden() {
        Subject subject = Subject.of(bench);
        Slot edge = subject.edge();
        return edge != null
                && subject.cursor() != null
                && Told.Look.at(subject.cursor()).hides(edge);
    }

    /** Opens the part that asks about the next step. */
    public void openPredict() {
        predict.open(true);
        bring(predict);
    }

    /** Opens the part that works the derivative out in both directions. */
    public void openSweeps() {
        sweeps.open(true);
        sweeps.begin();
        bring(sweeps);
    }

    private static int gap() {
        return UIScale.scale(16);
    }

    /** Scrolls to where a part begins, once it has its place. */
    private void bring(Fold part) {
        SwingUtilities.invokeLater(() -> body.scrollRectToVisible(new Rectangle(
                0, Math.max(0, part.getY() - gap()), 1, scroll.getViewport().getHeight())));
    }

    /** Opens the part that checks the gradient. */
    public void openCheck() {
        check.open(true);
        check.begin();
        bring(check);
    }

    /** Puts the focus on the first link. */
    public void begin() {
        LayoutFocusTraversalPolicy links = new LayoutFocusTraversalPolicy();
        for (Component part : body.getComponents()) {
            if (part instanceof Piece piece && !(part instanceof PathsPiece) && !(part instanceof Fold)) {
                Component link = links.getFirstComponent(piece);
                if (link != null) {
                    link.requestFocusInWindow();
                    return;
                }
            }
        }
        ends.from().requestFocusInWindow();
    }

    /** The name of the part that has the focus; empty where it is elsewhere. */
    private String focused() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner != null && owner.getName() != null && SwingUtilities.isDescendingFrom(owner, body)
                ? owner.getName()
                : "";
    }

    private static void focus(Container parts, String name) {
        for (Component part : parts.getComponents()) {
            if (name.equals(part.getName())) {
                part.requestFocusInWindow();
            } else if (part instanceof Container inner) {
                focus(inner, name);
            }
        }
    }

    private void pieces(Subject subject, ExecutionPlan plan, Told.Look look) {
        Slot edge = subject.edge();
        if (edge != null) {
            body.add(new EdgePiece(pointer, typesetter, subject, line, look));
        }
        Source source = subject.source();
        if (source != null && SumPiece.tellsOf(plan, source)) {
            body.add(new SumPiece(pointer, plan, look, source));
        }
        if (ends.isThere() && plan.root().isPresent()) {
            body.add(paths(plan, look));
            folds(edge, look);
        }
    }

    /** The parts that ask for themselves; they are asked anew where they are about something else. */
    private void folds(@Nullable Slot edge, Told.Look look) {
        boolean asks = Aside.refusal(look.trace()).isEmpty() && ends.source() != null;
        Question now =
                asks && isFlowed(edge, look.view()) ? new Question(look.trace(), edge, ends.source(), null) : null;
        Question both = asks && isKnown(look) && isAllTold(look)
                ? new Question(look.trace(), null, ends.source(), ends.root())
                : null;
        if (now == null || !now.equals(asked)) {
            asked = now;
            check.about(now);
        }
        if (both == null || !both.equals(swept)) {
            swept = both;
            sweeps.about(both);
        }
        body.add(sweeps);
        body.add(check);
    }

    /** Whether the gradient of the edge, or else of where the paths begin, has flowed back in the pass. */
    private boolean isFlowed(@Nullable Slot edge, GradientView view) {
        Source source = ends.source();
        return edge != null
                ? view.contribution(edge).isPresent()
                : source != null && view.gradient(source).isPresent();
    }

    /** Whether what is between the chosen ends is known at the learner's place in the pass. */
    private boolean isKnown(Told.Look look) {
        Source source = ends.source();
        NodeId root = ends.root();
        return source != null
                && (root == null
                        ? look.view().gradient(source).isPresent()
                        : look.view().value(root).isPresent());
    }

    /** Whether no number is hidden and none is still to be predicted. */
    private boolean isAllTold(Told.Look look) {
        return !look.hidesAny()
                && (!predict.isOpen() || look.view().done() >= look.trace().passSteps());
    }

    private JComponent paths(ExecutionPlan plan, Told.Look look) {
        PathsPiece piece = new PathsPiece(pointer, typesetter, plan);
        JLabel begin = Piece.title(WORDS.text("paths.title"));
        begin.setLabelFor(ends.from());
        piece.add(Piece.row(begin, ends.from()));
        JLabel end = Piece.title(WORDS.text("paths.to"));
        end.setLabelFor(ends.to());
        piece.add(Piece.row(end, ends.to()));
        Worked answer = worked;
        if (look.hidesAny()) {
            piece.add(Piece.text(WORDS.text("paths.hidden")));
        } else if (answer != null && isKnown(look)) {
            piece.show(answer);
        } else if (answer != null) {
            NodeId root = ends.root();
            piece.add(Piece.text(
                    root == null
                            ? WORDS.text(
                                    "paths.notYet", answer.paths().from().node().last())
                            : WORDS.text("paths.rootNotYet", root.last())));
        }
        return piece;
    }

    private static JLabel heading(Subject subject) {
        Slot edge = subject.edge();
        Source source = subject.source();
        String text = edge != null && source != null
                ? source + " → " + edge
                : source != null ? WORDS.text("chain.gradient", source) : WORDS.text("chain.title");
        JLabel heading = new JLabel(text);
        heading.setName("chain.heading");
        heading.setToolTipText(text);
        heading.setFont(Fonts.ui(UIScale.scale(16f), true));
        heading.setForeground(Colors.current().text());
        return heading;
    }
}
