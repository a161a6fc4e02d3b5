package chainrule.editor.tour;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Keys;
import chainrule.editor.document.Document;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.Connect;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.TourStep;
import chainrule.editor.session.Workbench;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tour for those who see the program for the first time: from the empty canvas to a gradient that follows a number,
 * by the graph of y = w².
 */
public final class FirstSteps {
    private static final Phrases WORDS = Phrases.of(FirstSteps.class);
    private static final String PARAMETER = "param";
    private static final String SQUARE = "square";
    private static final Point LEFT = new Point(80, 120);
    private static final Point RIGHT = new Point(380, 120);
    private static final double NUMBER = 3;
    private static final double OTHER = 5;

    private final Actions actions;

    private FirstSteps(Actions actions) {
        this.actions = actions;
    }

    /**
     * The steps in order.
     *
     * @param actions whose keys the steps name
     */
    public static List<TourStep> of(Actions actions) {
        FirstSteps steps = new FirstSteps(actions);
        return Stream.concat(steps.building().stream(), steps.reading().stream())
                .toList();
    }

    private List<TourStep> building() {
        return List.of(
                new TourStep(
                        "place",
                        WORDS.text("tour.place"),
                        WORDS.text("tour.place.how", or("edit.add")),
                        (bench, before) -> find(bench, PARAMETER).isPresent(),
                        bench -> add(bench, PARAMETER, "w", LEFT)),
                new TourStep(
                        "number",
                        WORDS.text("tour.number"),
                        WORDS.text("tour.number.how"),
                        (bench, before) -> value(bench.document()).isPresent(),
                        bench -> set(bench, NUMBER)),
                new TourStep(
                        "second",
                        WORDS.text("tour.second"),
                        WORDS.text("tour.second.how"),
                        (bench, before) -> find(bench, SQUARE).isPresent(),
                        bench -> add(bench, SQUARE, "y", RIGHT)),
                new TourStep(
                        "wire",
                        WORDS.text("tour.wire"),
                        WORDS.text("tour.wire.how", or("edit.connect", "tour.andPress")),
                        (bench, before) -> wire(bench).isPresent(),
                        FirstSteps::connect));
    }

    private List<TourStep> reading() {
        return List.of(
                new TourStep(
                        "gradient",
                        WORDS.text("tour.gradient"),
                        WORDS.text("tour.gradient.how"),
                        FirstSteps::gradientIsRead,
                        bench -> wire(bench).ifPresent(edge -> bench.selection().select(edge.to()))),
                new TourStep(
                        "back",
                        WORDS.text("tour.back"),
                        WORDS.text("tour.back.how", or("step.previous")),
                        (bench, before) -> bench.stepper()
                                .cursor()
                                .filter(c -> !c.isAtEnd())
                                .isPresent(),
                        bench -> bench.stepper().previous()),
                new TourStep(
                        "end",
                        WORDS.text("tour.end.what"),
                        WORDS.text("tour.end.how", or("step.end")),
                        (bench, before) -> bench.stepper()
                                .cursor()
                                .filter(c -> c.isAtEnd())
                                .isPresent(),
                        bench -> bench.stepper().toEnd()),
                new TourStep(
                        "change",
                        WORDS.text("tour.change"),
                        WORDS.text("tour.change.how"),
                        (bench, before) -> !value(bench.document()).equals(value(before))
                                && bench.evaluator().current().state() == Evaluation.State.DONE,
                        bench -> set(bench, OTHER)));
    }

    private String or(String action) {
        return or(action, "tour.orPress");
    }

    /** The key of an action with words before it; nothing where it has none. */
    private String or(String id, String key) {
        EditorAction action = actions.get(id);
        return action.keys().isEmpty()
                ? ""
                : WORDS.text(key, Keys.text(action.keys().get(0)));
    }

    private static Optional<Node> find(Workbench bench, String type) {
        return find(bench.document(), type);
    }

    private static Optional<Node> find(Document document, String type) {
        return document.graph().nodes().stream()
                .filter(node -> node.type().id().equals(type))
                .findFirst();
    }

    private static Optional<Literal> value(Document document) {
        return find(document, PARAMETER).map(node -> node.settings().literals().get("value"));
    }

    private static Optional<Edge> wire(Workbench bench) {
        Graph graph = bench.document().graph();
        return graph.edges().stream()
                .filter(edge -> graph.type(edge.from().node()).id().equals(PARAMETER)
                        && graph.type(edge.to().node()).id().equals(SQUARE))
                .findFirst();
    }

    private static boolean gradientIsRead(Workbench bench, Document before) {
        boolean chosen = bench.selection()
                .onlyEdge()
                .filter(slot -> wire(bench).filter(e -> e.to().equals(slot)).isPresent())
                .isPresent();
        return chosen && bench.evaluator().current().state() == Evaluation.State.DONE;
    }

    private static void add(Workbench bench, String type, String name, Point at) {
        NodeId id = bench.document().freeId(name);
        bench.perform(new AddNode(Node.of(id.name(), bench.catalog().get(type)), at));
        bench.selection().select(id);
    }

    private static void set(Workbench bench, double number) {
        find(bench, PARAMETER).ifPresent(node -> {
            bench.perform(new ChangeSettings(node.id(), "value", new Literal.Number(number)));
            bench.selection().select(node.id());
        });
    }

    private static void connect(Workbench bench) {
        Optional<Node> from = find(bench, PARAMETER);
        Optional<Node> to = find(bench, SQUARE);
        if (from.isPresent() && to.isPresent()) {
            bench.perform(
                    new Connect(Source.of(from.get().id()), new Slot(to.get().id(), "x")));
        }
    }
}
