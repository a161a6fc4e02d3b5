package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.canvas.Flashed;
import chainrule.editor.part.Link;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.trace.Paths;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every factor of the chain rule is a link that marks its own node or edge on the canvas. */
class LinksWindowTest {
    private static final int MOST_EDGES = 9;

    private WindowFixture editor;

    @BeforeEach
    void open() {
        editor = WindowFixture.open();
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m0-two-paths", "b3-fanout", "m0-matvec", "a2-softmax"})
    void everyLinkMarksWhatItIsAbout(String preset) throws Exception {
        editor.openAndRun(preset);
        editor.run(() -> editor.frame.actions().get("panel.chain").run());
        List<Slot> edges = pulled();
        assertThat(edges).isNotEmpty();
        for (Slot edge : edges.subList(0, Math.min(MOST_EDGES, edges.size()))) {
            for (String link : select(edge)) {
                press(link, expected(link, edge), false);
            }
        }
    }

    @Test
    void keysDoTheSame() throws Exception {
        editor.openAndRun("m0-two-paths");
        editor.run(() -> editor.frame.actions().get("panel.chain").run());
        editor.run(() -> editor.frame.actions().get("panel.inspector").run());
        Slot edge = Slot.of("c", "b");
        List<String> links = select(edge);
        assertThat(links)
                .contains(
                        "chain.upstream",
                        "chain.local",
                        "chain.result",
                        "chain.from.d.x",
                        "chain.from.c.b",
                        "chain.total",
                        "chain.path.0",
                        "chain.path.1",
                        "chain.paths.sum");
        for (String link : links) {
            press(link, expected(link, edge), true);
        }
    }

    @Test
    void insideAnOpenedCellLinksStayThereWhereTheyCan() throws Exception {
        editor.openAndRun("r6-lstm-cell");
        NodeId cell = editor.frame.bench().document().graph().nodes().stream()
                .filter(node -> node.type().id().equals("lstm_cell"))
                .findFirst()
                .orElseThrow()
                .id();
        editor.run(() -> editor.frame.bench().showing().open(cell));
        editor.awaitRun();
        WindowFixture.await(() -> !GuiActionRunner.execute(this::pulledNow).isEmpty());
        editor.run(() -> editor.frame.actions().get("panel.chain").run());
        List<Slot> edges = pulled();
        assertThat(edges).hasSizeGreaterThan(MOST_EDGES);
        for (Slot edge : edges.subList(0, MOST_EDGES)) {
            List<String> links = select(edge);
            Edge drawn = GuiActionRunner.execute(
                    () -> editor.frame.bench().document().graph().into(edge).orElseThrow());
            assertThat(links).contains("chain.upstream", "chain.local", "chain.result");
            press("chain.upstream", Set.of(edge.node()), false);
            press("chain.local", Set.of(edge), false);
            press("chain.result", Set.of(drawn.from().node()), false);
            assertThat(GuiActionRunner.execute(
                            () -> editor.frame.bench().showing().scope().inside()))
                    .isEqualTo(cell);
        }
    }

    /** What a link is to mark, worked out from the plan alone. */
    private Set<Object> expected(String link, Slot edge) {
        ExecutionPlan plan = plan();
        Source from = plan.feeding(edge);
        if (link.startsWith("chain.upstream")) {
            return Set.of(edge.node());
        } else if (link.startsWith("chain.local")) {
            return Set.of(edge);
        } else if (link.startsWith("chain.from.")) {
            return Set.of(plan.contributions().get(from).stream()
                    .filter(slot -> link.equals("chain.from." + slot))
                    .findFirst()
                    .orElseThrow());
        } else if (link.startsWith("chain.path.")) {
            int index = Integer.parseInt(link.substring("chain.path.".length()));
            return Paths.from(plan, from, index + 1).listed().get(index).stream()
                    .map(Paths.Hop::slot)
                    .collect(Collectors.toSet());
        }
        return Set.of(from.node());
    }

    /** Presses a link once nothing of what it is to mark is marked any more, and sees what has come. */
    private void press(String name, Set<Object> expected, boolean byKeys) throws InterruptedException {
        WindowFixture.await(() -> expected.stream().noneMatch(flashed()::contains));
        Set<Object> before = flashed();
        if (byKeys) {
            editor.run(() -> link(name).requestFocusInWindow());
            WindowFixture.await(() -> link(name).isFocusOwner());
            editor.press(KeyEvent.VK_ENTER);
        } else {
            editor.run(() -> link(name).doClick(0));
        }
        Set<Object> now = new LinkedHashSet<>(flashed());
        now.removeAll(before);
        assertThat(now).as(name).isEqualTo(expected);
    }

    private Set<Object> flashed() {
        return GuiActionRunner.execute(() -> Flashed.on(editor.frame.canvas()));
    }

    private ExecutionPlan plan() {
        return GuiActionRunner.execute(() ->
                editor.frame.bench().stepper().cursor().orElseThrow().trace().plan());
    }

    private List<Slot> pulled() {
        return GuiActionRunner.execute(this::pulledNow);
    }

    /** The edges that are shown and that a gradient flows back along. */
    private List<Slot> pulledNow() {
        return editor.frame.bench().document().graph().edges().stream()
                .map(Edge::to)
                .filter(slot -> editor.frame
                        .bench()
                        .stepper()
                        .cursor()
                        .orElseThrow()
                        .trace()
                        .steps()
                        .contains(new Step.Pull(slot)))
                .toList();
    }

    /** Selects an edge, and answers the names of the links, once the engine has said its part. */
    private List<String> select(Slot edge) throws InterruptedException {
        editor.run(() -> editor.frame.bench().selection().select(edge));
        WindowFixture.await(() -> {
            List<String> all = links();
            return all.contains("chain.upstream") && all.contains("chain.paths.sum") && isTold();
        });
        return links();
    }

    private boolean isTold() {
        return ChainWindowTest.texts(editor, "chain.edge").stream().noneMatch("not yet"::equals);
    }

    private List<String> links() {
        return GuiActionRunner.execute(() -> {
            List<Link> found = new ArrayList<>();
            collect(editor.frame.getContentPane(), found);
            return found.stream().map(Component::getName).toList();
        });
    }

    private Link link(String name) {
        List<Link> found = new ArrayList<>();
        collect(editor.frame.getContentPane(), found);
        return found.stream()
                .filter(link -> name.equals(link.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static void collect(Container parts, List<Link> found) {
        for (Component part : parts.getComponents()) {
            if (part instanceof Link link && String.valueOf(link.getName()).startsWith("chain.")) {
                found.add(link);
            } else if (part instanceof Container inner) {
                collect(inner, found);
            }
        }
    }
}
