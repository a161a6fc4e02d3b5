package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.recurrent.Embedding;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What encoder and decoder share: symbols looked up in a table, and a recurrent network over their vectors. */
final class Reader {
    private static final Phrases WORDS = Phrases.of(Reader.class);
    private static final Map<CellKind, NodeType> NETWORKS =
            Map.of(CellKind.RNN, Rnn.TYPE, CellKind.LSTM, Lstm.TYPE, CellKind.GRU, Gru.TYPE);

    private final Shapes in;
    private final Inside inside;
    private final CellKind kind;

    Reader(Shapes in) {
        this.in = in;
        this.inside = new Inside(in, SequenceLayer.drawing(in.get(SequenceLayer.HIDDEN)));
        this.kind = CellKind.named(in.get(Encoder.CELL));
        Shape tokens = in.of(Encoder.TOKENS);
        if (tokens.rank() != 1 && tokens.rank() != 2) {
            throw in.refusal(Encoder.TOKENS, WORDS.text("reader.tokensRowSymbolsOrBatch", tokens));
        }
    }

    Inside inside() {
        return inside;
    }

    CellKind kind() {
        return kind;
    }

    /** The states after each symbol, beginning from these states by port where there are any. */
    Parts.End read(Map<String, Parts.End> first) {
        int vocabulary = Math.toIntExact(in.get(Encoder.VOCABULARY));
        int width = Math.toIntExact(in.get(Encoder.WIDTH));
        Settings drawn = Settings.none()
                .with("init", "normal")
                .with("shape", List.of(vocabulary, width))
                .with("seed", inside.nextSeed());
        Parts.End table = inside.assembly().source("table", ParamNode.TYPE, drawn);
        Parts.End vectors = inside.part("embedding", Embedding.TYPE, table, inside.port(Encoder.TOKENS));
        Map<String, Parts.End> inputs = new LinkedHashMap<>();
        inputs.put("x", vectors);
        inputs.putAll(first);
        Settings settings = Settings.of(SequenceLayer.HIDDEN, in.get(SequenceLayer.HIDDEN))
                .with(Sequences.BATCH_FIRST, true)
                .with(Inside.SEED, inside.nextSeed());
        inside.nextSeed();
        return inside.assembly().part("rnn", java.util.Objects.requireNonNull(NETWORKS.get(kind)), settings, inputs);
    }

    /** Makes the last states outputs of the whole. */
    void giveStates(Parts.End states) {
        inside.assembly().out(SequenceLayer.H, inside.assembly().output(states, "h"));
        if (kind.hasMemory()) {
            inside.assembly().out(SequenceLayer.C, inside.assembly().output(states, "c"));
        }
    }
}
