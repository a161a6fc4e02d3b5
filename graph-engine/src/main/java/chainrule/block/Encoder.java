package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** Reads a row of symbols: an embedding, and a recurrent network over it. */
public final class Encoder {
    static final InPort TOKENS = InPort.integers("tokens");
    static final Param<String> CELL =
            Param.choice("cell", "gru", CellKind.words()).explained("What goes from symbol to symbol.");
    static final Param<Long> VOCABULARY =
            Param.integer("vocabulary", 10, 1, 1 << 24).explained("How many symbols there are.");
    static final Param<Long> WIDTH =
            Param.integer("width", 8, 1, 1 << 20).explained("How long the vector of each symbol is.");

    public static final NodeType TYPE = NodeType.named("encoder")
            .label("Encoder")
            .category(Category.BLOCK)
            .inputs(TOKENS)
            .outputs(OutPort.OUT, SequenceLayer.H, SequenceLayer.C)
            .params(CELL, VOCABULARY, WIDTH, SequenceLayer.HIDDEN, Inside.SEED, Inside.WEIGHTS)
            .block("y, h = recurrent(embedding(tokens))", Encoder::parts)
            .latex("y, h = \\operatorname{rnn}(E_{\\mathrm{tokens}})")
            .pytorch("encoder({vocabulary}, {width}, {hidden}, \"{cell}\")({tokens})[0]")
            .example(settings(3, 2, 2), Shape.of(3))
            .example(settings(3, 1, 2), Shape.of(1, 2))
            .example(settings(3, 2, 1).with(CELL, "lstm"), Shape.of(2, 2))
            .example(settings(3, 1, 1).with(CELL, "rnn"), Shape.of(5, 2))
            .help(Help.of("Turns a row of symbols into states: what was read so far, at every place and at the end.")
                    .history("Sutskever, Vinyals and Le, and Cho and others, both in 2014, for translation.")
                    .use("As the first half of a translator: h goes to the decoder, out to its attention.")
                    .limits("A single h has to hold the whole sentence; attention over out takes that burden off it.")
                    .example("Vocabulary 4, width 2, 3 hidden, rnn: a table of 8, then 6 + 9 + 3 weights, 26 in all.")
                    .source("Sutskever, Vinyals and Le, “Sequence to Sequence Learning with Neural Networks”, 2014.")
                    .synonyms("seq2seq", "embedding", "sequence", "context", "translation"))
            .build();

    private Encoder() {}

    private static Settings settings(long vocabulary, long width, long hidden) {
        return Settings.of(VOCABULARY, vocabulary).with(WIDTH, width).with(SequenceLayer.HIDDEN, hidden);
    }

    private static Parts parts(Shapes in) {
        Reader reader = new Reader(in);
        Parts.End states = reader.read(java.util.Map.of());
        reader.giveStates(states);
        return reader.inside().done(states);
    }
}
