package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.Hit;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.document.command.Reroute;
import chainrule.editor.session.Workbench;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is done to the port that was pointed at, and to the selected wire. */
final class PortActions {
    private static final Phrases WORDS = Phrases.of(PortActions.class);

    private final Workbench bench;
    private final GraphCanvas canvas;

    private PortActions(Workbench bench, GraphCanvas canvas) {
        this.bench = bench;
        this.canvas = canvas;
    }

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas) {
        PortActions ports = new PortActions(bench, canvas);
        ports.addPorts(actions);
        ports.addWires(actions);
    }

    private void addPorts(Actions actions) {
        actions.add(EditorAction.of("port.connect", WORDS.text("port.connect"), () -> port().ifPresent(
                                new Connecting(bench, canvas)::ask)))
                .unless(this::noPort);
        actions.add(EditorAction.of("port.add", WORDS.text("port.add"), () -> port().ifPresent(canvas.asking()::addAt)))
                .unless(this::noPort);
        actions.add(EditorAction.of("port.number", WORDS.text("port.number"), () -> freeSlot()
                        .ifPresent(canvas.pointing()::feed)))
                .unless(() -> reason(freeSlot().isEmpty(), "port.notFree"));
        actions.add(EditorAction.of("port.disconnect", WORDS.text("port.disconnect"), () -> fedSlot()
                        .ifPresent(slot -> bench.perform(new Disconnect(slot)))))
                .unless(() -> reason(fedSlot().isEmpty(), "port.notFed"));
    }

    private void addWires(Actions actions) {
        addWire(actions, "wire.insert", edge -> canvas.asking().addInto(edge.to()));
        addWire(actions, "wire.bend", edge -> bench.perform(bend(edge)));
        addEnd(actions, "wire.source", edge -> new Hit.OnNode(edge.from().node()));
        addEnd(actions, "wire.target", edge -> new Hit.OnNode(edge.to().node()));
    }

    private void addWire(Actions actions, String id, Consumer<Edge> deed) {
        actions.add(EditorAction.of(id, WORDS.text(id), () -> edge().ifPresent(deed)))
                .unless(() -> reason(edge().isEmpty(), "wire.none"));
    }

    private void addEnd(Actions actions, String id, Function<Edge, Hit.OnNode> end) {
        actions.add(EditorAction.of(
                        id, WORDS.text(id, "…"), () -> edge().map(end).ifPresent(canvas.walking()::go)))
                .named(() -> WORDS.text(
                        id, edge().map(end).map(on -> on.node().last()).orElse("…")))
                .unless(() -> reason(edge().isEmpty(), "wire.none"));
    }

    private Reroute bend(Edge edge) {
        return canvas.pointing().bend(edge.to());
    }

    private Optional<Hit> port() {
        return Optional.of(canvas.pointing().at().hit())
                .filter(hit -> hit instanceof Hit.OnSlot || hit instanceof Hit.OnSource)
                .filter(hit -> canvas.pointing().place(hit).isPresent());
    }

    private Optional<Slot> slot() {
        return port().flatMap(hit -> hit instanceof Hit.OnSlot on ? Optional.of(on.slot()) : Optional.empty());
    }

    private Optional<Slot> freeSlot() {
        return slot().filter(slot -> graph().into(slot).isEmpty());
    }

    private Optional<Slot> fedSlot() {
        return slot().filter(slot -> graph().into(slot).isPresent());
    }

    private Optional<Edge> edge() {
        return bench.selection().onlyEdge().flatMap(graph()::into);
    }

    private Graph graph() {
        return bench.document().graph();
    }

    private Optional<String> noPort() {
        return reason(port().isEmpty(), "port.none");
    }

    private static Optional<String> reason(boolean holds, String key) {
        return holds ? Optional.of(WORDS.text(key)) : Optional.empty();
    }
}
