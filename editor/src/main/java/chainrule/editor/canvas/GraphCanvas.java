package chainrule.editor.canvas;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Vitals;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.op.NodeType;
import java.awt.BorderLayout;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** The canvas: shows the document with its numbers, and turns gestures into commands. */
public final class GraphCanvas extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient Workbench bench;
    private final CellGraph graph = new CellGraph();
    private final CellView view = new CellView(graph);
    private final transient GraphProjection projection = new GraphProjection(graph);
    private final transient Viewport viewport;
    private final transient Gestures gestures;
    private final transient Stage stage;
    private final transient InPlace inPlace = new InPlace(this);
    private final transient Writing writing;
    private final transient Turning turning;
    private final Minimap minimap;
    private final transient List<DoubleConsumer> zoomListeners = new ArrayList<>();
    private final transient Camera camera = new Camera(this);
    private final transient Pointing pointing = new Pointing(this);
    private final transient Asking asking = new Asking(this);
    private final transient Voice voice = new Voice(() -> control().getAccessibleContext());
    private final transient Walking walking = new Walking(this);
    private final transient Lighting lighting = new Lighting(this);
    private final transient CanvasFace face;
    private Point pointer = new Point();

    public GraphCanvas(Workbench bench) {
        super(new BorderLayout());
        this.bench = bench;
        this.writing = new Writing(this, bench.catalog());
        this.turning = new Turning(this, bench);
        this.stage = new Stage(bench, turning, Arranging.apart());
        this.viewport = new Viewport(graph.getView(), zoom -> zoomListeners.forEach(l -> l.accept(zoom)));
        HitTest hits = new HitTest(view, viewport);
        this.minimap = new Minimap(this::scene, viewport, this::repaint);
        this.gestures = new Gestures(this, hits, control());
        add(view);
        this.face = new CanvasFace(this, hits);
        view.show(face);
        control().add(minimap);
        inheritMenu();
        CanvasKeys.install(this, control());
        control().setTransferHandler(new NodeTypeDrop(this, bench::types));
        control().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                sized();
            }
        });
        bench.history().onChange(this::documentChanged);
        bench.evaluator().onChange(stage::evaluated);
        bench.stepper().onChange(this::stepped);
        bench.selection().onChange(stage::changed);
        bench.selection().onChange(walking::selected);
        new Announcing(this, bench);
        bench.showing().onRefused(this::say);
    }

    /** Moves what is seen. */
    public Camera camera() {
        return camera;
    }

    /** What menus are about. */
    public Pointing pointing() {
        return pointing;
    }

    public double zoom() {
        return viewport.zoom();
    }

    public void onZoomChange(DoubleConsumer listener) {
        zoomListeners.add(listener);
    }

    /** What the canvas asks for and others answer. */
    public Asking asking() {
        return asking;
    }

    /** Says what changes to those who cannot see it. */
    public Voice voice() {
        return voice;
    }

    /** What the keyboard has reached. */
    public Walking walking() {
        return walking;
    }

    /** What lights paths under the pointer. */
    public Lighting lighting() {
        return lighting;
    }

    CanvasFace face() {
        return face;
    }

    /** The place in the graph under a point of this component. */
    public chainrule.io.Point screenToGraph(Point component) {
        Point2D at = viewport.toGraph(component);
        return new chainrule.io.Point(at.getX(), at.getY());
    }

    /** Where pasted nodes go, in the graph: under the pointer, or in the middle where it is elsewhere. */
    public chainrule.io.Point placeToPaste() {
        Point over = control().getMousePosition();
        return screenToGraph(
                over == null ? new Point(control().getWidth() / 2, control().getHeight() / 2) : over);
    }

    /** Shows a node in the middle, as large as things are now. */
    public void center(NodeId node) {
        scene().cards().stream()
                .filter(card -> card.id().equals(node))
                .findFirst()
                .ifPresent(card -> camera.show(
                        new chainrule.io.Point(
                                card.bounds().getCenterX(), card.bounds().getCenterY()),
                        zoom()));
    }

    /** Moves a node into view. */
    public void reveal(NodeId node) {
        scene().card(node).ifPresent(c -> camera.reveal(c.bounds()));
        repaint();
    }

    /** Shows a node and marks it for a moment. */
    public void flash(NodeId node) {
        bench.showing().reveal(node);
        reveal(node);
        stage.flash(node);
    }

    /** Shows where an edge ends and marks it for a moment. */
    public void flash(Slot slot) {
        bench.showing().reveal(slot.node());
        reveal(slot.node());
        stage.flash(slot);
    }

    /** Adds a node of a type under a point of this component, and selects it; what is shown should be editable. */
    public NodeId dropNode(NodeType type, Point component) {
        Point2D at = viewport.toGraph(component);
        NodeId id = document().freeId(type);
        chainrule.io.Point corner =
                new chainrule.io.Point(at.getX() - NodeMetrics.WIDTH / 2, at.getY() - NodeMetrics.TITLE / 2);
        perform(new AddNode(Node.of(id.name(), type), room(corner)));
        if (bench.document().graph().has(id)) {
            selection().select(id);
        }
        control().requestFocusInWindow();
        return id;
    }

    /** How wires run. */
    public WireStyle wireStyle() {
        return stage.style();
    }

    public void wireStyle(WireStyle style) {
        stage.style(style);
    }

    /** Opens the label of a node. */
    public void label(NodeId node) {
        writing.label(node);
    }

    /** The place for a new card nearest to the one that is wanted, where it covers no other. */
    public chainrule.io.Point room(chainrule.io.Point wanted) {
        return new Room(scene()).near(wanted);
    }

    /** Shows or hides the overview in the corner. */
    public void showMinimap(boolean wanted) {
        minimap.setVisible(wanted);
    }

    public boolean showsMinimap() {
        return minimap.isVisible();
    }

    /** Folds or unfolds the numbers of a card. */
    public void toggleNumbers(NodeId node) {
        stage.toggleNumbers(node);
    }

    @Override
    public boolean requestFocusInWindow() {
        return control().requestFocusInWindow();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (stage != null) {
            stage.changed();
        }
    }

    /** The component that has the focus while keys are the canvas's. */
    public JComponent keyboard() {
        return control();
    }

    JComponent control() {
        return view.getGraphControl();
    }

    /** What is shown: the document, or the inside of a node drawn as one. */
    Document document() {
        return stage.document();
    }

    /** Shows what is inside a node, or says why that cannot be. */
    public void open(NodeId node) {
        turning.open(node).ifPresent(this::say);
    }

    /** Whether what is shown cannot be changed; then that is said. */
    public boolean refuses() {
        turning.refusal().ifPresent(this::say);
        return turning.refusal().isPresent();
    }

    /** What goes into opened nodes and out of them. */
    Turning turning() {
        return turning;
    }

    /** Shows a sentence where the pointer is, until it moves. */
    public void say(String sentence) {
        say(
                sentence,
                control().contains(pointer) ? pointer : new Point(control().getWidth() / 2, 60));
    }

    Vitals vitals() {
        return bench.vitals();
    }

    Selection selection() {
        return bench.selection();
    }

    Viewport viewport() {
        return viewport;
    }

    /** What is written on the cards. */
    Writing writing() {
        return writing;
    }

    /** Text that is edited where it stands. */
    InPlace inPlace() {
        return inPlace;
    }

    Gestures gestures() {
        return gestures;
    }

    GraphProjection projection() {
        return projection;
    }

    Colors colors() {
        return Colors.current();
    }

    /** The sentence beside the pointer. */
    @Nullable
    Balloon balloon() {
        return stage.balloon();
    }

    void perform(Command command) {
        perform(command, null);
    }

    /** Edits what is shown, as part of a gesture; says why where that cannot be done. */
    void perform(Command command, @Nullable Object gesture) {
        if (!refuses()) {
            bench.perform(command, gesture);
        }
    }

    /** Shows what the document would be; null shows what it is. */
    void preview(@Nullable Document shown) {
        stage.preview(shown);
    }

    void wire(@Nullable Wire drawn, @Nullable Balloon said) {
        if (said != null && said.kind() != Balloon.Kind.FINE && !said.equals(balloon())) {
            voice.say(said.text());
        }
        stage.wire(drawn, said);
    }

    /** Shows a sentence beside a place of this component, until the pointer moves. */
    void say(String sentence, Point place) {
        pointer = place;
        wire(null, new Balloon(sentence, Balloon.Kind.REFUSAL));
    }

    void pointer(Point component) {
        pointer = component;
    }

    Point pointer() {
        return pointer;
    }

    /** What is shown now; the cells follow it. */
    Scene scene() {
        return stage.scene();
    }

    /** A menu that is set on this component opens over everything in it. */
    private void inheritMenu() {
        view.setInheritsPopupMenu(true);
        view.getViewport().setInheritsPopupMenu(true);
        control().setInheritsPopupMenu(true);
    }

    /** The step that was done last moves into view, its edge with both ends; what is shown stays the same graph. */
    private void stepped() {
        stage.changed();
        new StepPlace(scene())
                .box()
                .filter(b -> control().getWidth() > 0)
                .ifPresent(b -> viewport.reveal(b, control().getSize()));
        repaint();
    }

    private void sized() {
        minimap.place(control().getSize());
        camera.sized();
    }

    private void documentChanged() {
        selection().retain(bench.showing().document());
        stage.documentChanged();
    }
}
