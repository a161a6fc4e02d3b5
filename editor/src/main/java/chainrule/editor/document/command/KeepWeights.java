package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import chainrule.train.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts what a training learned into the graph.
 *
 * @param values of parameters
 * @param gathered settings in which nodes keep what they gathered
 */
public record KeepWeights(Map<NodeId, Tensor> values, Map<NodeId, Settings> gathered) implements Command {
    private static final Phrases WORDS = Phrases.of(KeepWeights.class);

    public KeepWeights {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        gathered = Collections.unmodifiableMap(new LinkedHashMap<>(gathered));
    }

    @Override
    public String label() {
        return WORDS.text("weights.keep");
    }

    @Override
    public Document applied(Document document) {
        return document.with(Weights.gathered(Weights.kept(document.graph(), values), gathered));
    }
}
