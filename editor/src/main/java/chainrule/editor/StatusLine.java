package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Keys;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.language.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import net.miginfocom.swing.MigLayout;

/** The last line of the window: how the engine is, what the graph has, and what can be clicked to change it. */
final class StatusLine extends JPanel {
    private static final Phrases WORDS = Phrases.of(StatusLine.class);
    private static final long serialVersionUID = 1;
    private static final int MOST_PROBLEMS = 20;

    private final transient Workbench bench;
    private final transient Actions actions;
    private final transient Consumer<NodeId> reveal;
    private final JLabel state = quiet(new JLabel());
    private final JButton problems = button("status.problems");
    private final JButton nonFinite = button("status.nonFinite");
    private final JButton zoom = button("status.zoom");
    private final JButton arrows = button("status.arrows");
    private final JButton precision = button("status.precision");
    private final JButton theme = button("status.theme");

    /**
     * @param reveal moves a node into view
     */
    StatusLine(Workbench bench, Actions actions, Consumer<NodeId> reveal) {
        super(new MigLayout("insets 0 12 4 8, gap 0 0, fillx", "[][][][]push[][][][]", "[center]"));
        this.bench = bench;
        this.actions = actions;
        this.reveal = reveal;
        setName("status");
        state.setName("status.state");
        add(state);
        add(problems);
        add(nonFinite, "hidemode 2");
        add(new PassProgress(bench.evaluator(), actions), "hidemode 2, gapleft 8");
        add(arrows);
        add(zoom);
        add(precision);
        add(theme);
        problems.addActionListener(click -> listProblems());
        nonFinite.putClientProperty("FlatLaf.style", "foreground: @problem; margin: 1,5,1,5");
        nonFinite.addActionListener(
                click -> bench.evaluator().current().nonFinite().ifPresent(first -> show(first.node())));
        arrows.addActionListener(click -> {
            actions.get("view.walk").run();
            refresh();
        });
        actions.get("view.walk").addPropertyChangeListener(change -> walks());
        precision.addActionListener(click -> choose(precision, "run.double", "run.float"));
        theme.addActionListener(click -> choose(theme, "view.light", "view.dark", "view.system"));
        zoom.addActionListener(click -> choose(zoom, "view.zoomIn", "view.zoomOut", "view.zoom100", "view.fit"));
        refresh();
    }

    /** Shows what is so now. */
    void refresh() {
        Evaluation evaluation = bench.evaluator().current();
        state.setText(engine(evaluation) + " · " + counts(evaluation) + " ·");
        List<Problem> mistakes = evaluation.problems();
        problems.setText(
                mistakes.isEmpty() ? WORDS.text("status.noProblems") : WORDS.count("status.problems", mistakes.size()));
        problems.setEnabled(!mistakes.isEmpty());
        nonFinite.setVisible(evaluation.nonFinite().isPresent());
        nonFinite.setText(evaluation
                .nonFinite()
                .map(f -> WORDS.text("status.nonFinite", f.sentence(), f.step() + 1))
                .orElse(""));
        walks();
        precision.setText(bench.history().document().precision().name().toLowerCase(Locale.ROOT));
    }

    /** What the arrow keys do on the canvas. */
    private void walks() {
        EditorAction walk = actions.get("view.walk");
        boolean walks = Boolean.TRUE.equals(walk.getValue(Action.SELECTED_KEY));
        arrows.setText(WORDS.text(walks ? "status.arrows.walk" : "status.arrows.move"));
        arrows.setToolTipText(
                WORDS.text(walks ? "status.arrows.walk.hint" : "status.arrows.move.hint", Keys.text(walk.keys())));
    }

    void zoom(double scale) {
        zoom.setText(Math.round(scale * 100) + " %");
    }

    void theme(String title) {
        theme.setText(title.toLowerCase(Locale.ROOT));
    }

    private String engine(Evaluation evaluation) {
        if (!bench.evaluator().engineReady()) {
            return WORDS.text("status.starting");
        }
        return switch (evaluation.state()) {
            case RUNNING -> WORDS.text("status.running");
            case DONE -> WORDS.text("status.done");
            case CANCELLED -> WORDS.text(evaluation.stale() ? "status.cancelled.stale" : "status.cancelled");
            case REJECTED -> WORDS.text(evaluation.stale() ? "status.rejected.stale" : "status.rejected");
        };
    }

    private static String counts(Evaluation evaluation) {
        int nodes = evaluation.document().graph().nodes().size();
        int edges = evaluation.document().graph().edges().size();
        return WORDS.count("status.nodes", nodes) + " · " + WORDS.count("status.edges", edges);
    }

    private void listProblems() {
        JPopupMenu menu = new JPopupMenu();
        bench.evaluator().current().problems().stream().limit(MOST_PROBLEMS).forEach(problem -> {
            JMenuItem item = new JMenuItem(problem.line());
            item.addActionListener(click -> select(problem));
            menu.add(item);
        });
        above(problems, menu);
    }

    private void select(Problem problem) {
        NodeId node = problem.node();
        if (node != null) {
            show(node);
        }
    }

    private void show(NodeId node) {
        if (bench.history().document().graph().has(node.top())) {
            bench.showing().reveal(node);
            bench.selection().select(node);
            reveal.accept(node);
        }
    }

    private void choose(JButton from, String... ids) {
        JPopupMenu menu = new JPopupMenu();
        for (String id : ids) {
            menu.add(actions.menuItem(id));
        }
        above(from, menu);
    }

    private static void above(JButton from, JPopupMenu menu) {
        menu.show(from, 0, -menu.getPreferredSize().height);
    }

    private static JButton button(String name) {
        JButton button = new JButton();
        button.setName(name);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.putClientProperty("FlatLaf.style", "foreground: @quiet; disabledText: @quiet; margin: 1,5,1,5");
        return button;
    }

    private static JLabel quiet(JLabel label) {
        label.putClientProperty("FlatLaf.style", "foreground: @quiet");
        return label;
    }
}
