package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.attention.AdditiveAttention;
import chainrule.op.attention.Attention;
import chainrule.op.linear.Transpose;
import chainrule.op.shape.Concat;
import chainrule.op.shape.Select;
import chainrule.op.shape.Stack;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a row of symbols: a recurrent network that begins where an encoder ended, and may look back at its states. */
public final class Decoder {
    private static final Phrases WORDS = Phrases.of(Decoder.class);
    private static final InPort CONTEXT = InPort.optional("context");
    private static final InPort MEMORY = InPort.optional("memory");
    private static final InPort KEYS = InPort.optional("keys");
    private static final InPort VALUES = InPort.optional("values");
    private static final OutPort WEIGHTS = OutPort.of("weights");
    private static final String NONE = "none";
    private static final String DOT = "dot";
    private static final String ADDITIVE = "additive";
    private static final Param<String> ATTENTION = Param.choice("attention", NONE, List.of(NONE, DOT, ADDITIVE))
            .explained(
                    "How each state looks back at keys and values: dot multiplies it with each key, additive learns to"
                            + " compare. What it finds is put behind it in out.");

    public static final NodeType TYPE = NodeType.named("decoder")
            .label("Decoder")
            .category(Category.BLOCK)
            .inputs(Encoder.TOKENS, CONTEXT, MEMORY, KEYS, VALUES)
            .outputs(OutPort.OUT, SequenceLayer.H, SequenceLayer.C, WEIGHTS)
            .params(
                    Encoder.CELL,
                    Encoder.VOCABULARY,
                    Encoder.WIDTH,
                    SequenceLayer.HIDDEN,
                    ATTENTION,
                    Inside.SEED,
                    Inside.WEIGHTS)
            .block("y = [s, attention of s to keys and values], s = recurrent(embedding(tokens))", Decoder::parts)
            .latex(
                    "y_t = [s_t;\\, \\operatorname{attention}(s_t, K, V)], \\quad s = \\operatorname{rnn}(E_{\\mathrm{tokens}})")
            .pytorch("decoder({vocabulary}, {width}, {hidden}, \"{cell}\", \"{attention}\")({tokens}, {context})[0]")
            .example(
                    settings(2).with(ATTENTION, DOT).with(Encoder.CELL, "lstm"),
                    Shape.of(3),
                    Shape.of(2),
                    Shape.of(2),
                    Shape.of(2, 2),
                    Shape.of(2, 1))
            .example(settings(1).with(Encoder.CELL, "rnn"), Shape.of(1, 2), Shape.of(1, 1))
            .example(
                    settings(2).with(ATTENTION, ADDITIVE).with(Encoder.CELL, "lstm"),
                    Shape.of(2, 2),
                    Shape.of(2, 2),
                    Shape.of(2, 2),
                    Shape.of(2, 3, 1),
                    Shape.of(2, 3, 2))
            .example(settings(1), Shape.of(5, 2))
            .help(Help.of(
                            "Goes from symbol to symbol with a state that begins where an encoder ended, and may look back.")
                    .history(
                            "Cho, Sutskever and others 2014; Bahdanau let it look back at every place of the source in the same"
                                    + " year.")
                    .use(
                            "As the second half of a translator: context is the encoder's h, keys and values are its out; put a"
                                    + " dense layer and cross_entropy behind it.")
                    .limits(
                            "Training gives it the right symbols as tokens; alone it has to live with its own, and errors"
                                    + " grow.")
                    .example(
                            "3 hidden and keys of length 3: with attention dot, out has 3 + 3 = 6 numbers at each place.")
                    .source(
                            "Bahdanau, Cho and Bengio, “Neural Machine Translation by Jointly Learning to Align and Translate”,"
                                    + " 2014.")
                    .synonyms("seq2seq", "attention", "translation", "generation", "teacher forcing"))
            .build();

    private Decoder() {}

    private static Settings settings(long hidden) {
        return Settings.of(Encoder.VOCABULARY, 3L).with(Encoder.WIDTH, 1L).with(SequenceLayer.HIDDEN, hidden);
    }

    private static Parts parts(Shapes in) {
        Reader reader = new Reader(in);
        Inside inside = reader.inside();
        Map<String, Parts.End> first = new LinkedHashMap<>();
        if (in.has(CONTEXT)) {
            first.put("h0", inside.port(CONTEXT));
        }
        if (in.has(MEMORY)) {
            if (!reader.kind().hasMemory()) {
                throw in.refusal(
                        MEMORY,
                        WORDS.text(
                                "decoder.onlyCellLstmMemoryCell", reader.kind().word()));
            }
            first.put("c0", inside.port(MEMORY));
        }
        Parts.End states = reader.read(first);
        reader.giveStates(states);
        return inside.done(in.get(ATTENTION).equals(NONE) ? unattended(in, states) : attended(inside, states));
    }

    private static Parts.End unattended(Shapes in, Parts.End states) {
        for (InPort port : List.of(KEYS, VALUES)) {
            if (in.has(port)) {
                throw in.refusal(port, WORDS.text("decoder.nothingReadsChooseAttentionOr", port.name()));
            }
        }
        return states;
    }

    private static Parts.End attended(Inside inside, Parts.End states) {
        Shapes in = inside.in();
        for (InPort port : List.of(KEYS, VALUES)) {
            if (!in.has(port)) {
                throw in.refusal(
                        port, WORDS.text("decoder.attentionNeedsConnectStatesEncoder", in.get(ATTENTION), port.name()));
            }
        }
        Parts.End found = in.get(ATTENTION).equals(DOT) ? dot(inside, states) : additive(inside, states);
        if (in.get(ATTENTION).equals(DOT)) {
            inside.assembly().out(WEIGHTS, inside.assembly().output(found, "weights"));
        }
        return inside.part("joined", Concat.TYPE, Settings.none().with("axis", -1), states, found);
    }

    /** Products as they are (Luong 2015): only attention in a transformer divides them by √d. */
    private static Parts.End dot(Inside inside, Parts.End states) {
        Settings plain = Settings.none().with("scale", 1);
        return inside.part("attention", Attention.TYPE, plain, states, inside.port(KEYS), inside.port(VALUES));
    }

    /** Additive attention reads one query for each example, so it is done place by place. */
    private static Parts.End additive(Inside inside, Parts.End states) {
        Shape shape = inside.assembly().shape(states);
        int hidden = shape.dim(-1);
        List<Parts.End> shared = List.of(
                inside.port(KEYS),
                inside.port(VALUES),
                inside.drawn("Wq", hidden, hidden),
                inside.drawn("Wk", hidden, inside.in().of(KEYS).dim(-1)),
                inside.drawn("v", hidden));
        List<Parts.End> blends = new ArrayList<>();
        List<Parts.End> weights = new ArrayList<>();
        for (int t = 0; t < shape.dim(-2); t++) {
            Settings place = Settings.none().with("axis", -2).with("index", t);
            List<Parts.End> inputs = new ArrayList<>(shared);
            inputs.add(0, inside.part("s" + t, Select.TYPE, place, states));
            Parts.End blend = inside.part("attention" + t, AdditiveAttention.TYPE, inputs.toArray(Parts.End[]::new));
            blends.add(blend);
            weights.add(inside.assembly().output(blend, "weights"));
        }
        inside.assembly().out(WEIGHTS, stacked(inside, "weights", weights));
        return stacked(inside, "found", blends);
    }

    /** One place behind the other, on the axis before the last. */
    private static Parts.End stacked(Inside inside, String name, List<Parts.End> places) {
        Parts.End stack = inside.part(name, Stack.TYPE, places.toArray(Parts.End[]::new));
        return inside.assembly().shape(stack).rank() == 2
                ? stack
                : inside.part(name + "_rows", Transpose.TYPE, Settings.none().with("perm", List.of(1, 0, 2)), stack);
    }
}
