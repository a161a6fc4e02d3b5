package chainrule.editor.compare;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.session.Evaluator;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.Workbench;
import chainrule.io.GraphFile;
import chainrule.op.Catalog;
import java.util.concurrent.Executor;

/** A graph at work: where it stands in its pass, and how far it is trained. */
public record Track(Workbench bench, TrainingSession training, Scrubber scrubber) {
    /**
     * What runs a graph.
     *
     * @param ui where answers arrive
     * @param worker runs the engine, one task after the other
     * @param budget bytes that the buffers of one graph may take
     */
    public record Engine(Catalog catalog, Executor ui, Executor worker, long budget) {}

    /** A graph that can be looked at only, evaluated once for a start. */
    static Track fixed(GraphFile file, Engine engine, String reason) {
        History history = new History(new Document(file));
        Evaluator evaluator = new Evaluator(history, engine.ui(), engine.worker(), engine.budget());
        Stepper stepper = new Stepper(evaluator);
        Workbench bench = new Workbench(engine.catalog(), history, evaluator, new Selection(), stepper);
        bench.showing().fix(reason);
        TrainingSession training = new TrainingSession(history, engine.ui(), engine.worker(), engine.budget());
        return new Track(bench, training, new Scrubber(stepper, training));
    }

    /** Frees the engine's memory. */
    void close() {
        training.close();
        bench.evaluator().close();
    }
}
