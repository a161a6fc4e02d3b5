package chainrule.block;

import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** A GRU over a whole sequence. */
public final class Gru {
    public static final NodeType TYPE = Sequences.type("gru", CellKind.GRU)
            .label("GRU over a sequence")
            .block("y_t = h_t = GRU cell(x_t, h_{t−1})", in -> Sequences.parts(in, CellKind.GRU))
            .latex("y_t = h_t = \\operatorname{GRU}(x_t, h_{t-1})")
            .pytorch("torch.nn.GRU({x}.shape[-1], {hidden}, {layers}, bidirectional={bidirectional},"
                    + " batch_first={batch_first})({x})[0]")
            .example(settings(2), Shape.of(3, 2))
            .example(settings(2), Shape.of(2, 1, 1), Shape.of(1, 2))
            .example(settings(1).with(Sequences.BIDIRECTIONAL, true), Shape.of(2, 2, 2), Shape.of(2, 2, 1))
            .example(settings(1).with(Sequences.LAYERS, 2L).with(Sequences.BATCH_FIRST, true), Shape.of(5, 2, 2))
            .help(Help.of("Takes a GRU cell along a sequence, with the same weights at every step.")
                    .history("Cho and others 2014, as a lighter LSTM for translation.")
                    .use("In place of an LSTM: a state and no memory beside it, and a quarter fewer weights.")
                    .limits("It cannot count as far as an LSTM can, and it, too, has to go step by step.")
                    .example("x of length 2, 3 hidden: Wx is 9×2, Wh 9×3, two biases of 9, together 63 weights.")
                    .source(
                            "Cho and others, “Learning Phrase Representations using RNN Encoder–Decoder for Statistical Machine"
                                    + " Translation”, 2014.")
                    .synonyms("gated recurrent unit", "recurrent", "rnn", "sequence", "bidirectional"))
            .build();

    private Gru() {}

    private static Settings settings(long hidden) {
        return Settings.of(SequenceLayer.HIDDEN, hidden);
    }
}
