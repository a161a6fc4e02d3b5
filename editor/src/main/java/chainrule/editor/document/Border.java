package chainrule.editor.document;

import chainrule.kernel.Kernel;
import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.OutPort;
import chainrule.tensor.Shape;
import java.util.Map;

/** What stands for the inputs and outputs of an opened node among its parts. */
public final class Border {
    private static final Phrases WORDS = Phrases.of(Border.class);

    /** Where what goes out comes in. */
    public static final InPort IN = InPort.of("in");

    /** An input whose shape is not known. */
    public static final NodeType INPUT = input().shapes(in -> Map.of()).build();

    /** An output. */
    public static final NodeType OUTPUT = border("block-output", "output")
            .inputs(IN)
            .blocked(IN, "it only shows")
            .shapes(in -> Map.of())
            .build();

    private Border() {}

    /** An input that something of a shape reaches. */
    public static NodeType input(Shape shape) {
        return input().shapes(in -> Map.of(OutPort.OUT, shape)).build();
    }

    /** Whether nodes of a type stand for an input. */
    public static boolean isInput(NodeType type) {
        return type.id().equals(INPUT.id());
    }

    /** Whether nodes of a type stand for an output. */
    public static boolean isOutput(NodeType type) {
        return type.id().equals(OUTPUT.id());
    }

    /** Whether nodes of a type stand for an input or an output. */
    public static boolean is(NodeType type) {
        return isInput(type) || isOutput(type);
    }

    /** What a node of such a type is called first, and with it the input or output. */
    public static String name(NodeType type) {
        return isInput(type) ? "x" : "y";
    }

    private static NodeTypeBuilder input() {
        return border("block-input", "input");
    }

    private static NodeTypeBuilder border(String id, String key) {
        return NodeType.named(id)
                .label(() -> WORDS.text("border." + key))
                .help(() -> Help.of(WORDS.text("border." + key + ".help")).limits(WORDS.text("border.limits")))
                .category(Category.BLOCK)
                .latex("")
                .forward("", k -> Kernel.nothing());
    }
}
