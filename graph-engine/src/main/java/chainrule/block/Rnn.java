package chainrule.block;

import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** A simple recurrent network over a whole sequence. */
public final class Rnn {
    public static final NodeType TYPE = Sequences.type("rnn", CellKind.RNN)
            .label("RNN over a sequence")
            .block("y_t = h_t = tanh(Wx x_t + Wh h_{t−1} + b)", in -> Sequences.parts(in, CellKind.RNN))
            .latex("y_t = h_t = \\tanh(W_x x_t + W_h h_{t-1} + b)")
            .pytorch("torch.nn.RNN({x}.shape[-1], {hidden}, {layers}, bidirectional={bidirectional},"
                    + " batch_first={batch_first})({x})[0]")
            .example(settings(2), Shape.of(3, 2))
            .example(settings(2), Shape.of(2, 1, 1), Shape.of(1, 2))
            .example(settings(1).with(Sequences.BIDIRECTIONAL, true), Shape.of(2, 2, 2), Shape.of(2, 2, 1))
            .example(settings(1).with(Sequences.LAYERS, 2L).with(Sequences.BATCH_FIRST, true), Shape.of(5, 2, 2))
            .help(Help.of("Takes a simple cell along a sequence, with the same weights at every step.")
                    .history(
                            "Elman 1990, to find structure in time; it is backpropagation through time in its purest form.")
                    .use("For short sequences, and to see gradients fade or grow from step to step.")
                    .limits("A gradient is multiplied by the same weights at every step: soon it vanishes or explodes.")
                    .example(
                            "With one hidden number and Wh = 0.5, at most 0.5¹⁰ = 0.001 of a gradient is left after ten steps.")
                    .source("Elman, “Finding Structure in Time”, Cognitive Science 14, 1990.")
                    .synonyms("recurrent", "elman", "vanilla rnn", "sequence", "bptt", "bidirectional"))
            .build();

    private Rnn() {}

    private static Settings settings(long hidden) {
        return Settings.of(SequenceLayer.HIDDEN, hidden);
    }
}
