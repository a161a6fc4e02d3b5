package chainrule.block;

import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** An LSTM over a whole sequence. */
public final class Lstm {
    public static final NodeType TYPE = Sequences.type("lstm", CellKind.LSTM)
            .label("LSTM over a sequence")
            .block("y_t = h_t, (h_t, c_t) = LSTM cell(x_t, h_{t−1}, c_{t−1})", in -> Sequences.parts(in, CellKind.LSTM))
            .latex("(h_t, c_t) = \\operatorname{LSTM}(x_t, h_{t-1}, c_{t-1}), \\quad y_t = h_t")
            .pytorch("torch.nn.LSTM({x}.shape[-1], {hidden}, {layers}, bidirectional={bidirectional},"
                    + " batch_first={batch_first})({x})[0]")
            .example(settings(2), Shape.of(3, 2))
            .example(settings(1), Shape.of(2, 1, 2), Shape.of(1, 1), Shape.of(1, 1))
            .example(settings(2).with(Sequences.BIDIRECTIONAL, true), Shape.of(2, 2, 1))
            .example(
                    settings(1).with(Sequences.LAYERS, 2L).with(Sequences.BATCH_FIRST, true),
                    Shape.of(5, 2, 2),
                    Shape.of(2, 5, 1),
                    Shape.of(2, 5, 1))
            .help(Help.of(
                            "Takes an LSTM cell along a sequence: the same weights at every step, a state and a memory passed on.")
                    .history("Hochreiter and Schmidhuber 1997; by 2015 it read, wrote and translated on every phone.")
                    .use("For sequences where something early matters late; open it to see every gate at every step.")
                    .limits("Steps follow each other and cannot run side by side; very long sequences still fade.")
                    .example(
                            "x of length 2, 3 hidden: Wx is 12×2, Wh 12×3, b 12, together 72 weights, however long the sequence.")
                    .source("Hochreiter and Schmidhuber, “Long Short-Term Memory”, Neural Computation 9, 1997.")
                    .synonyms("long short-term memory", "recurrent", "rnn", "sequence", "bidirectional", "layer"))
            .build();

    private Lstm() {}

    private static Settings settings(long hidden) {
        return Settings.of(SequenceLayer.HIDDEN, hidden);
    }
}
