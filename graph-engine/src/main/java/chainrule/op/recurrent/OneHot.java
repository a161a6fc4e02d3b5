package chainrule.op.recurrent;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Indices;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** For each index a row of zeros with a one in its place. */
public final class OneHot {
    private static final int MOST_CLASSES = 1_000_000;
    private static final InPort INDEX = InPort.integers("index");
    private static final Param<Long> CLASSES =
            Param.integer("classes", 2, 1, MOST_CLASSES).explained("How long each row is: one place for each index.");

    public static final NodeType TYPE = NodeType.named("one_hot")
            .label("One-hot")
            .category(Category.RECURRENT)
            .inputs(INDEX)
            .params(CLASSES)
            .shape(OneHot::shape)
            .forward("y = 1 at index, 0 elsewhere", OneHot::forward)
            .latex("y_j = [\\,j = \\mathit{index}\\,]")
            .pytorch("F.one_hot({index}, {classes}).double()")
            .example(Settings.of(CLASSES, 3L), 0, 2, Shape.of(5))
            .example(Settings.of(CLASSES, 4L), 0, 3, Shape.of(1))
            .example(Settings.of(CLASSES, 2L), 0, 1, Shape.of(2, 2))
            .help(Help.of("Turns an index into a row of zeros with a single one.")
                    .history("Circuits coded states in this way long before; statisticians say indicator variable.")
                    .use("To feed a category to a network, or to compare a class with a softmax.")
                    .limits("Rows get as long as there are categories; an embedding does the same with short rows.")
                    .example("index = [2, 0], classes = 3: y = [[0, 0, 1], [1, 0, 0]].")
                    .source("Harris and Harris, “Digital Design and Computer Architecture”, 2012.")
                    .synonyms("indicator", "dummy variable", "categorical", "encode", "classes"))
            .build();

    private OneHot() {}

    private static Shape shape(Shapes in) {
        int[] index = in.of(INDEX).dims();
        int[] dims = Arrays.copyOf(index, index.length + 1);
        dims[index.length] = Math.toIntExact(in.get(CLASSES));
        return Shape.of(dims);
    }

    private static Kernel forward(Binding k) {
        int classes = Math.toIntExact(k.get(CLASSES));
        Buffer place = k.scratch(k.out().shape());
        Kernel rows = k.lanes(
                Lane.of(
                        (in, out) -> {
                            Arrays.fill(out, 0);
                            out[(int) in[0][0]] = 1;
                        },
                        in -> in.get(0).places().equal(in.get(0)).counted()),
                place.shape(),
                List.of(place.shape().rank() - 1),
                List.of(k.in(INDEX)),
                k.out());
        return Kernel.sequence(Indices.check(k, INDEX, classes, Indices.NONE), rows);
    }
}
