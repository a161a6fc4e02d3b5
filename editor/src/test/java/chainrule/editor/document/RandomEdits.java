package chainrule.editor.document;

import chainrule.editor.document.command.AddFragment;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.ChoosePrecision;
import chainrule.editor.document.command.ChooseRoot;
import chainrule.editor.document.command.Connect;
import chainrule.editor.document.command.Cut;
import chainrule.editor.document.command.Delete;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.document.command.Rename;
import chainrule.editor.document.command.Replug;
import chainrule.editor.document.command.Retitle;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Clipping;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.tensor.Precision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A learner who does anything at all, the same for the same seed. */
public final class RandomEdits {
    private static final List<String> TYPES = List.of("param", "mul", "tanh", "add_n", "linear", "concat", "lstm_cell");
    private static final int MANY = 40;

    private final History history;
    private final Random random;

    public RandomEdits(History history, long seed) {
        this.history = history;
        this.random = new Random(seed);
    }

    /** Edits until something has changed. */
    public void edit() {
        Document before = history.document();
        while (history.document() == before) {
            history.perform(command());
        }
    }

    private Command command() {
        Graph graph = history.document().graph();
        if (graph.nodes().size() < 3) {
            return added();
        }
        return graph.nodes().size() > MANY ? new Delete(some(), Set.of()) : common();
    }

    private Command common() {
        Graph graph = history.document().graph();
        NodeId any = any();
        return switch (random.nextInt(14)) {
            case 0, 1 -> added();
            case 2, 3, 4 -> connected();
            case 5 -> new MoveNodes(some(), random.nextInt(200), -random.nextInt(50));
            case 6 -> new Delete(some(), edges());
            case 7 -> new Rename(any, graph.freeId("r"));
            case 8 -> new ChangeSettings(any, "value", new Literal.Number(random.nextInt(9)));
            case 9 -> new ChooseRoot(random.nextBoolean() ? any : null);
            case 10 -> new Retitle("title " + random.nextInt(9));
            case 11 -> new ChoosePrecision(random.nextBoolean() ? Precision.DOUBLE : Precision.FLOAT);
            case 12 -> copied();
            default -> unplugged();
        };
    }

    private Command added() {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String id = history.document().graph().freeId("n").name();
        return Samples.node(id, type, random.nextInt(900), random.nextInt(600));
    }

    private Command connected() {
        Graph graph = history.document().graph();
        Node to = graph.node(any());
        NodeId from = any();
        if (to.type().inputs().isEmpty()) {
            return added();
        }
        InPort port = to.type().inputs().get(random.nextInt(to.type().inputs().size()));
        Slot slot = new Slot(to.id(), port.slot(graph.count(to.id(), port)));
        Source source = new Source(from, graph.type(from).outputs().get(0).name());
        return graph.whyNot(source, slot).isEmpty() ? new Connect(source, slot) : added();
    }

    private Command copied() {
        Document document = history.document();
        Clipping clipping = Clipping.of(document.file(), some()).namedFor(document.file());
        if (random.nextInt(4) == 0) {
            return new Cut(some(), Set.of());
        }
        return new AddFragment("Paste", (random.nextBoolean() ? clipping : clipping.detached()).moved(20, 20));
    }

    private Command unplugged() {
        List<Edge> edges = List.copyOf(history.document().graph().edges());
        if (edges.isEmpty()) {
            return connected();
        }
        Edge edge = edges.get(random.nextInt(edges.size()));
        Slot elsewhere = edges.get(random.nextInt(edges.size())).to();
        return random.nextBoolean() ? new Disconnect(edge.to()) : new Replug(edge.to(), edge.from(), elsewhere);
    }

    private Set<Slot> edges() {
        Set<Slot> chosen = new LinkedHashSet<>();
        history.document().graph().edges().forEach(edge -> {
            if (random.nextInt(6) == 0) {
                chosen.add(edge.to());
            }
        });
        return chosen;
    }

    private Set<NodeId> some() {
        Set<NodeId> chosen = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            chosen.add(any());
        }
        return chosen;
    }

    private NodeId any() {
        List<Node> nodes = new ArrayList<>(history.document().graph().nodes());
        return nodes.get(random.nextInt(nodes.size())).id();
    }
}
