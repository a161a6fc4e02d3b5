package chainrule.editor;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.session.Evaluator;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.Workbench;
import chainrule.op.Catalog;
import chainrule.presets.PresetCatalog;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.edt.GuiTask;
import org.assertj.swing.fixture.FrameFixture;

/** One panel in a window, at work on a preset whose engine answers at once. */
public final class PanelFixture implements AutoCloseable {
    public final Workbench bench;
    public final FrameFixture window;

    private PanelFixture(Workbench bench, FrameFixture window) {
        this.bench = bench;
        this.window = window;
    }

    /** Shows the panel that is made for a preset. */
    public static PanelFixture of(String preset, Function<Workbench, JComponent> panel) {
        Catalog catalog = StandardCatalog.create();
        Document document = new Document(
                new PresetCatalog(catalog).find(preset).orElseThrow().file());
        return on(() -> {
                    FlatLightLaf.setup();
                    History history = new History(document);
                    Evaluator evaluator = new Evaluator(history, Runnable::run, Runnable::run, 1L << 30);
                    Workbench bench =
                            new Workbench(catalog, history, evaluator, new Selection(), new Stepper(evaluator));
                    JFrame frame = new JFrame();
                    frame.add(panel.apply(bench), BorderLayout.CENTER);
                    evaluator.start();
                    return new PanelFixture(bench, new FrameFixture(frame));
                })
                .shown();
    }

    private PanelFixture shown() {
        window.show(new Dimension(460, 600));
        return this;
    }

    /** Calls on the event thread. */
    public static <T> T on(Callable<T> question) {
        return GuiActionRunner.execute(question);
    }

    /** Runs on the event thread. */
    public static void run(Runnable action) {
        GuiActionRunner.execute(new GuiTask() {
            @Override
            protected void executeInEDT() {
                action.run();
            }
        });
    }

    public Document document() {
        return on(() -> bench.history().document());
    }

    @Override
    public void close() {
        window.cleanUp();
    }
}
