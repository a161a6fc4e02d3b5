package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Keymap;
import chainrule.editor.action.Keys;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.Hit;
import chainrule.editor.document.command.StartOver;
import chainrule.editor.file.AutoSaving;
import chainrule.editor.file.Filing;
import chainrule.editor.file.Origin;
import chainrule.editor.file.RecentFiles;
import chainrule.editor.file.Recovered;
import chainrule.editor.file.SideFile;
import chainrule.editor.file.ViewMemory;
import chainrule.editor.inspector.InspectorPanel;
import chainrule.editor.outline.OutlinePanel;
import chainrule.editor.output.OutputActions;
import chainrule.editor.palette.PalettePanel;
import chainrule.editor.session.Tour;
import chainrule.editor.session.Workbench;
import chainrule.editor.text.TextPanel;
import chainrule.editor.theme.Typesetter;
import chainrule.editor.tour.FirstSteps;
import chainrule.editor.tour.TourStrip;
import chainrule.io.GraphFile;
import chainrule.language.Phrases;
import chainrule.lessons.Lesson;
import chainrule.lessons.Page;
import chainrule.presets.Preset;
import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** One document in a window: its canvas, the panels around it, its menus and actions. */
final class EditorTab extends JPanel {
    private static final Phrases WORDS = Phrases.of(EditorTab.class);
    private static final long serialVersionUID = 1;
    private static final int SAVED_AFTER = 5000;

    private final transient Surroundings around;
    private final transient TabHost host;
    private final transient Workbench bench;
    private final transient Filing filing;
    private final transient AutoSaving saving;
    private final transient SideFile side;
    private final transient Actions actions = new Actions();
    private final transient Scrubbing scrubbing;
    private final transient Adding adding;
    private final transient Explaining explaining;
    private final transient Tour tour;
    private final transient CompareActions compare;
    private final GraphCanvas canvas;
    private final CanvasPane pane;
    private final InspectorPanel inspector;
    private final Notice notice;
    private final Reading reading;
    private final StatusLine status;
    private final FindField find;
    private final FindBar findBar;
    private final Bar bar;
    private final Arrangement arrangement;
    private final Ground ground;
    private final transient Bookmarks bookmarks;
    private final transient Pasteboard pasteboard;

    EditorTab(Surroundings around, TabHost host) {
        super(new BorderLayout());
        this.around = around;
        this.host = host;
        this.bench = around.bench();
        this.canvas = new GraphCanvas(bench);
        this.notice = new Notice(canvas.voice()::say);
        this.inspector = new InspectorPanel(bench);
        this.adding = new Adding(bench, canvas, around.preferences());
        this.explaining = new Explaining(bench, canvas, around);
        this.findBar = new FindBar(bench, canvas);
        this.reading = reading();
        this.scrubbing = new Scrubbing(bench, actions, around);
        this.filing = new Filing(
                bench.history(),
                around.storage(),
                around.questions().apply(this),
                new RecentFiles(around.preferences()),
                notice::tell);
        this.saving = new AutoSaving(around.preferences(), filing, bench.history(), SAVED_AFTER);
        this.pane =
                new CanvasPane(canvas, new Breadcrumbs(bench.showing(), filing::title, canvas::requestFocusInWindow));
        this.compare = CompareActions.of(scrubbing.track(), around, host, pane, filing);
        this.side = around.recovery().watch(bench.history(), filing::origin);
        this.bookmarks = new Bookmarks(bench.showing(), canvas, filing, new ViewMemory(around.preferences()));
        this.pasteboard = new Pasteboard(bench, canvas, around.clipboard(), notice::tell);
        addActions();
        this.tour = new Tour(bench, FirstSteps.of(actions));
        this.arrangement = arrangement();
        this.ground = new Ground(arrangement, this::startPage, canvas::requestFocusInWindow);
        ViewActions.addPanels(actions, arrangement);
        ViewActions.addPresentation(actions, new Presentation(arrangement, around.appearance(), canvas.camera()::fit));
        this.status = new StatusLine(bench, actions, canvas::reveal);
        this.find = new FindField(
                new Finding(actions, bench, canvas, around.presets(), host::open)::all, canvas::requestFocusInWindow);
        this.bar = bar();
        lay();
        bind();
        listen();
    }

    private Reading reading() {
        Reading.Desk desk = new Reading.Desk(
                bench.history(),
                canvas,
                id -> around.presets().find(id).ifPresent(this::open),
                id -> around.presets().find(id).filter(this::begin).isPresent(),
                notice::tell);
        return new Reading(around.lessons(), desk, bench);
    }

    private void lay() {
        JPanel strips = new JPanel(new BorderLayout());
        strips.add(notice, BorderLayout.NORTH);
        strips.add(new TourStrip(tour, () -> actions.get("help.course").run()), BorderLayout.CENTER);
        strips.add(findBar, BorderLayout.SOUTH);
        add(strips, BorderLayout.NORTH);
        add(ground, BorderLayout.CENTER);
        add(status, BorderLayout.SOUTH);
    }

    private void bind() {
        actions.bind(Scope.CANVAS, canvas.keyboard());
        canvas.asking().onKey(key -> actions.with(key)
                .filter(action -> action.scope() == Scope.CANVAS)
                .flatMap(EditorAction::reason));
        actions.bind(Scope.WINDOW, this);
        applyKeys();
    }

    private void addActions() {
        FileActions.addTo(actions, filing, host, around.preferences(), saving);
        EditActions.addTo(actions, bench, canvas, pasteboard);
        OutputActions.addTo(
                actions,
                bench,
                canvas,
                scrubbing.training(),
                OutputDesk.of(filing, around.questions().apply(this), around.clipboard(), notice::tell));
        CanvasActions.addTo(actions, bench, canvas, around.preferences());
        findBar.addTo(actions);
        OpenActions.addTo(actions, bench, canvas);
        NodeActions.addTo(actions, bench, canvas, inspector);
        scrubbing.addActions(this::reveal);
        RunActions.addTo(actions, bench);
        explaining.addTo(actions, place -> arrangement.show(place, true), pasteboard::put);
        ViewActions.addZoom(actions, canvas);
        bookmarks.addTo(actions);
        ViewActions.addLook(actions, around.appearance(), host::lookChanged);
        ViewActions.addLanguage(actions, new LanguageChoice(around.preferences()), host::speak);
        ViewActions.addTabs(actions, host);
        compare.addTo(actions);
        actions.add(EditorAction.of("help.start", WORDS.text("help.start"), host::showStart));
        actions.add(EditorAction.of("help.tour", WORDS.text("help.tour"), host::takeTour));
        actions.add(EditorAction.of("help.course", WORDS.text("help.course"), this::readFirst))
                .unless(() -> around.lessons().lessons().isEmpty()
                        ? Optional.of(WORDS.text("help.noLessons"))
                        : Optional.empty());
        OpenActions.guard(actions, bench.showing());
        HelpActions.addTo(actions, this, new Keymap(around.preferences()), host::keysChanged, pasteboard::put);
    }

    private Bar bar() {
        actions.add(EditorAction.of("help.find", WORDS.text("help.find"), find::begin))
                .keys(Scope.WINDOW, "menu shift P");
        Menus menus = new Menus(actions);
        canvas.setComponentPopupMenu(new ContextMenu(actions, canvas, bench.selection()));
        return new Bar(
                List.of(
                        menus.file(filing, around.presets(), host),
                        menus.edit(),
                        menus.arrange(),
                        menus.view(),
                        menus.run(),
                        menus.lessons(around.lessons(), this::read),
                        menus.help()),
                find);
    }

    /** Gives the actions the keys that the learner chose. */
    void applyKeys() {
        actions.apply(new Keymap(around.preferences()));
        find.hint(Keys.text(actions.get("help.find").keys()));
    }

    private Arrangement arrangement() {
        Map<Place, JComponent> panels = new EnumMap<>(explaining.panels());
        panels.putAll(Map.of(
                Place.PALETTE,
                new PalettePanel(
                        bench,
                        around.preferences(),
                        adding::addWhereThereIsRoom,
                        piece -> pasteboard.insert(piece.program())),
                Place.INSPECTOR,
                inspector,
                Place.LESSON,
                reading,
                Place.TEXT,
                new TextPanel(bench, canvas::reveal),
                Place.OUTLINE,
                new OutlinePanel(bench, canvas::reveal)));
        panels.putAll(scrubbing.panels());
        return new Arrangement(pane, panels, around.preferences());
    }

    private void listen() {
        bench.history().onChange(() -> bench.selection().retain(bench.showing().document()));
        bench.showing().onChange(actions::refresh);
        bench.history().onChange(ground::leaveStart);
        bench.history().onChange(this::refresh);
        bench.selection().onChange(this::followSelection);
        bench.selection().onChange(actions::refresh);
        bench.evaluator().onChange(evaluation -> refresh());
        filing.onOpen(this::showFromTheBeginning);
        canvas.onZoomChange(status::zoom);
        canvas.asking().onEnter(this::more);
        TrainingVoice.follow(scrubbing.training(), canvas.voice());
        refresh();
    }

    /** Shows the start page in place of the canvas until something is opened or changed. */
    void showStart() {
        ground.showStart();
    }

    private StartPage startPage() {
        Runnable course = () -> actions.get("help.course").run();
        return new StartPage(around, new StartPage.Deeds(ground::leaveStart, course, host));
    }

    /** Begins the tour in this document. */
    void takeTour() {
        ground.leaveStart();
        tour.start();
    }

    private void showFromTheBeginning() {
        bench.showing().show(chainrule.editor.session.Scope.outside());
        bench.selection().clear();
        Optional<ViewMemory.View> view = filing.origin() instanceof Origin.OnDisk disk
                ? new ViewMemory(around.preferences()).of(disk.path())
                : Optional.empty();
        view.ifPresentOrElse(seen -> canvas.camera().show(seen.middle(), seen.zoom()), canvas.camera()::fit);
        canvas.requestFocusInWindow();
    }

    /** Whoever steps and clicks a node wants to see that node's step. */
    private void followSelection() {
        if (bench.stepper().marked().isPresent()) {
            bench.selection().onlyNode().ifPresent(bench.stepper()::goTo);
        }
    }

    /** Shows what is so now in the menus, the status line and the window. */
    void refresh() {
        actions.refresh();
        String precision = bench.history().document().precision().name().toLowerCase(Locale.ROOT);
        bar.show(filing.title(), precision, bench.history().document().file().locked());
        status.theme(ViewActions.title(around.appearance().theme()));
        status.zoom(canvas.zoom());
        status.refresh();
        host.changed(this);
    }

    /** Starts the engine for this document. */
    void start() {
        bench.evaluator().start();
        around.worker().execute(Typesetter::warmUp);
    }

    boolean open(Preset preset) {
        scrubbing.pause();
        return filing.openPreset(preset.id(), preset.file());
    }

    /** Puts a preset on the canvas as it was at first; where it is there already, that is an edit. */
    private boolean begin(Preset preset) {
        if (!filing.origin().equals(new Origin.Preset(preset.id()))) {
            return open(preset);
        }
        scrubbing.pause();
        bench.showing().show(chainrule.editor.session.Scope.outside());
        bench.history().perform(new StartOver(preset.file()));
        return true;
    }

    private void reveal(Place place) {
        if (!arrangement.shows(place)) {
            arrangement.show(place, true);
        }
    }

    /** What Enter leads to from a thing of the canvas: the wires that a port can have, else what there is to know. */
    private void more(Hit hit) {
        if (hit instanceof Hit.OnSlot || hit instanceof Hit.OnSource) {
            new Connecting(bench, canvas).ask(hit);
        } else {
            arrangement.enter(Place.INSPECTOR);
        }
    }

    private void readFirst() {
        Lesson first = around.lessons().lessons().get(0);
        read(first, first.pages().get(0));
    }

    void read(Lesson lesson, Page page) {
        reading.open(lesson, page.id());
        ground.leaveStart();
        arrangement.show(Place.LESSON, true);
        actions.refresh();
    }

    /** Shows a file that was read. */
    boolean open(Path path, GraphFile file) {
        scrubbing.pause();
        return filing.open(path, file);
    }

    /** Shows a sentence and what can be done about it. */
    void ask(String sentence, Map<String, Runnable> verbs) {
        notice.ask(sentence, verbs);
    }

    /** Shows a sentence about something that went wrong. */
    void tell(String sentence) {
        notice.tell(sentence);
    }

    /** Opens what an earlier run kept. */
    boolean recover(Recovered recovered) {
        return filing.recover(recovered);
    }

    /** Whether another document can take this one's place: it is not from a file, and has no changes. */
    boolean isFree() {
        return !(filing.origin() instanceof Origin.OnDisk) && !bench.history().dirty();
    }

    /** Whether this is an empty document that was never saved. */
    boolean isUntouched() {
        return filing.origin() instanceof Origin.Nowhere && !bench.history().dirty();
    }

    /** The tab is in sight: panels are where the learner wants them, and keys go to the canvas. */
    void shown() {
        arrangement.arrangeAsRemembered();
        refresh();
        canvas.requestFocusInWindow();
    }

    /** The tab is gone; what was not saved has been asked about. */
    void closed() {
        bookmarks.close();
        saving.close();
        side.close();
        compare.close();
        scrubbing.close();
        explaining.close();
        bench.evaluator().close();
    }

    /** The menus above this document. */
    Bar menuBar() {
        return bar;
    }

    GraphCanvas canvas() {
        return canvas;
    }

    Filing filing() {
        return filing;
    }

    Workbench bench() {
        return bench;
    }

    Actions actions() {
        return actions;
    }
}
