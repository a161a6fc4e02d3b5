package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.History;
import chainrule.editor.file.Filing;
import chainrule.editor.file.Origin;
import chainrule.editor.file.Recovered;
import chainrule.editor.session.Workbench;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.language.Phrases;
import chainrule.presets.Preset;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;

/** A window: documents in tabs, one of them in sight with its menus. */
public final class EditorFrame extends JFrame implements TabHost {
    private static final Phrases WORDS = Phrases.of(EditorFrame.class);
    private static final long serialVersionUID = 1;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern(" (yyyy-MM-dd HH:mm)", Locale.ROOT);

    private final transient Surroundings around;
    private final transient Windows windows;
    private final JTabbedPane tabs = new JTabbedPane(JTabbedPane.TOP, JTabbedPane.SCROLL_TAB_LAYOUT);

    EditorFrame(Surroundings around, Windows windows) {
        this.around = around;
        this.windows = windows;
        tabs.setName("tabs");
        tabs.putClientProperty("JTabbedPane.hideTabAreaWithOneTab", true);
        tabs.putClientProperty("JTabbedPane.tabClosable", true);
        tabs.putClientProperty("JTabbedPane.tabCloseToolTipText", WORDS.text("frame.closeTab"));
        IntConsumer closing = index -> close(tab(index));
        tabs.putClientProperty("JTabbedPane.tabCloseCallback", closing);
        tabs.getAccessibleContext().setAccessibleName(WORDS.text("frame.documents"));
        setContentPane(tabs);
        add();
        tabs.addChangeListener(turned -> showCurrent());
        showCurrent();
        setTransferHandler(new FileDrop(this::open));
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closeAll();
            }
        });
    }

    @Override
    public void begin() {
        turnTo(add());
        current().start();
    }

    @Override
    public boolean open() {
        return filing().fileToOpen().map(this::open).orElse(false);
    }

    @Override
    public boolean open(Path file) {
        return open(file, EditorTab::isFree);
    }

    @Override
    public boolean open(Preset preset) {
        return open(preset, EditorTab::isFree);
    }

    /** Opens a file; in the tab in sight where that may be replaced. */
    boolean open(Path file, Predicate<EditorTab> replaceable) {
        Path wanted = file.toAbsolutePath().normalize();
        for (EditorTab tab : all()) {
            if (tab.filing().origin() instanceof Origin.OnDisk disk
                    && disk.path().toAbsolutePath().normalize().equals(wanted)) {
                turnTo(tab);
                return true;
            }
        }
        try {
            GraphFile read = around.storage().read(file);
            return free(replaceable).open(file, read);
        } catch (FileProblem problem) {
            tell(problem.sentence());
            return false;
        }
    }

    /** Opens a preset; in the tab in sight where that may be replaced. */
    boolean open(Preset preset, Predicate<EditorTab> replaceable) {
        return free(replaceable).open(preset);
    }

    @Override
    public void showStart() {
        free(EditorTab::isUntouched).showStart();
    }

    @Override
    public void takeTour() {
        free(EditorTab::isUntouched).takeTour();
    }

    @Override
    public void openWindow() {
        windows.openEmpty();
    }

    @Override
    public boolean close() {
        EditorTab tab = current();
        return tabs() == 1 ? closeAll() : close(tab);
    }

    @Override
    public void quit() {
        windows.quit();
    }

    @Override
    public Map<String, History> documents() {
        Map<String, History> documents = new LinkedHashMap<>();
        for (EditorTab tab : all()) {
            String title = tab.filing().title();
            String apart = documents.containsKey(title) ? title + " " + (documents.size() + 1) : title;
            documents.put(apart, tab.bench().history());
        }
        return documents;
    }

    @Override
    public int tabs() {
        return tabs.getTabCount();
    }

    @Override
    public void turn(int by) {
        tabs.setSelectedIndex(Math.floorMod(tabs.getSelectedIndex() + by, tabs()));
    }

    @Override
    public void changed(EditorTab tab) {
        int index = tabs.indexOfComponent(tab);
        if (index >= 0) {
            tabs.setTitleAt(index, tab.filing().title());
            tabs.setToolTipTextAt(
                    index,
                    tab.filing().origin() instanceof Origin.OnDisk disk
                            ? disk.path().toString()
                            : null);
        }
        if (index >= 0 && index == tabs.getSelectedIndex()) {
            setTitle(tab.filing().title() + " – Chainrule");
            getRootPane()
                    .putClientProperty(
                            "Window.documentModified", tab.bench().history().dirty());
        }
    }

    @Override
    public void keysChanged() {
        windows.keysChanged();
    }

    @Override
    public void lookChanged() {
        windows.lookChanged();
    }

    @Override
    public void speak(Runnable change) {
        windows.speak(change);
    }

    /** Offers what earlier runs kept and did not save. */
    void offer(List<Recovered> left) {
        String names = left.stream()
                .map(r -> r.origin().name() + CLOCK.format(r.time().atZone(ZoneId.systemDefault())))
                .collect(Collectors.joining(", "));
        Map<String, Runnable> verbs = new LinkedHashMap<>();
        verbs.put(WORDS.text("frame.recover"), () -> recover(left));
        verbs.put(WORDS.text("frame.discard"), () -> left.forEach(around.recovery()::discard));
        current().ask(WORDS.text("frame.recovery", names), verbs);
    }

    private void recover(List<Recovered> left) {
        for (Recovered recovered : left) {
            if (free(EditorTab::isUntouched).recover(recovered)) {
                around.recovery().discard(recovered);
            }
        }
    }

    /** Shows what is so now, the look included. */
    void refresh() {
        for (EditorTab tab : all()) {
            if (tab != current()) {
                SwingUtilities.updateComponentTreeUI(tab.menuBar());
            }
            tab.refresh();
        }
    }

    /** Starts the engine for the document in sight. */
    void start() {
        current().start();
    }

    @Override
    public void tell(String sentence) {
        current().tell(sentence);
    }

    /** Closes the window, unless the learner keeps a document; answers whether it closed. */
    boolean closeAll() {
        boolean agreed = mayLeaveAll();
        if (agreed) {
            leave();
        }
        return agreed;
    }

    /** Whether the learner lets every document go. */
    boolean mayLeaveAll() {
        return all().stream().allMatch(this::mayLeave);
    }

    /** Closes the window without asking. */
    void leave() {
        windows.closed(this);
        all().forEach(EditorTab::closed);
        dispose();
    }

    /** Every document of this window. */
    List<EditorTab> all() {
        List<EditorTab> all = new ArrayList<>();
        for (int i = 0; i < tabs.getTabCount(); i++) {
            all.add(tab(i));
        }
        return all;
    }

    /** The document in sight. */
    EditorTab current() {
        return tab(Math.max(0, tabs.getSelectedIndex()));
    }

    GraphCanvas canvas() {
        return current().canvas();
    }

    Filing filing() {
        return current().filing();
    }

    Workbench bench() {
        return current().bench();
    }

    Actions actions() {
        return current().actions();
    }

    private EditorTab tab(int index) {
        return (EditorTab) tabs.getComponentAt(index);
    }

    private EditorTab add() {
        EditorTab tab = new EditorTab(around, this);
        tabs.addTab(tab.filing().title(), tab);
        return tab;
    }

    /** The tab in sight where it may be replaced, else a new one. */
    private EditorTab free(Predicate<EditorTab> replaceable) {
        if (!replaceable.test(current())) {
            begin();
        }
        return current();
    }

    private void turnTo(EditorTab tab) {
        tabs.setSelectedComponent(tab);
    }

    private boolean close(EditorTab tab) {
        if (!mayLeave(tab)) {
            return false;
        }
        tab.closed();
        tabs.remove(tab);
        showCurrent();
        return true;
    }

    private boolean mayLeave(EditorTab tab) {
        if (tab.bench().history().dirty()) {
            turnTo(tab);
        }
        return tab.filing().mayLeave();
    }

    private void showCurrent() {
        EditorTab tab = current();
        if (getJMenuBar() != tab.menuBar()) {
            setJMenuBar(tab.menuBar());
            getRootPane().revalidate();
        }
        tab.shown();
    }
}
