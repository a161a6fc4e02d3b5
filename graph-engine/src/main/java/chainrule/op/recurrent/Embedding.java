package chainrule.op.recurrent;

import chainrule.kernel.Kernel;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Indices;
import chainrule.op.NodeType;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.Arrays;

/** Rows of a table, one for each index. */
public final class Embedding {
    private static final Phrases WORDS = Phrases.of(Embedding.class);
    private static final InPort TABLE = InPort.of("table");
    private static final InPort INDEX = InPort.integers("index");

    public static final NodeType TYPE = NodeType.named("embedding")
            .label("Embedding")
            .category(Category.RECURRENT)
            .inputs(TABLE, INDEX)
            .shape(Embedding::shape)
            .forward("y = rows of table at index", Embedding::forward)
            .latex("y_t = E_{\\mathit{index}_t}")
            .vjp(
                    TABLE,
                    "t̄able = ȳ added to the rows at index, 0 elsewhere",
                    k -> k.addRows(k.grad(), k.in(INDEX), k.result()))
            .jvp(TABLE, "ẏ = rows of ṫable at index", k -> k.takeRows(k.grad(), k.in(INDEX), k.result()))
            .pytorch("F.embedding({index}, {table})")
            .example(Shape.of(4, 3), Shape.of(5))
            .example(Shape.of(3, 2), Shape.of(1))
            .example(Shape.of(3, 1), Shape.scalar())
            .example(Shape.of(4, 2), Shape.of(2, 3))
            .help(Help.of("Looks up the row of a table for each index: a learned vector for every word or symbol.")
                    .history(
                            "Bengio and others learned word vectors inside a language model in 2003; word2vec followed.")
                    .use("As the first layer wherever the input is words, characters, users or products.")
                    .limits(
                            "A row learns only when its index occurs; an index that never came keeps its first numbers.")
                    .example(
                            "table = [[1, 2], [3, 4]], index = [1, 1]: y = [[3, 4], [3, 4]]; with ȳ of ones the second row's"
                                    + " gradient is [2, 2].")
                    .source("Bengio, Ducharme, Vincent and Jauvin, “A Neural Probabilistic Language Model”, 2003.")
                    .synonyms("lookup", "word vector", "word2vec", "token", "table", "vocabulary"))
            .build();

    private Embedding() {}

    private static Shape shape(Shapes in) {
        Shape table = in.of(TABLE);
        if (table.rank() != 2) {
            throw in.refusal(TABLE, WORDS.text("embedding.tableMatrixOneRowFor", table));
        }
        int[] index = in.of(INDEX).dims();
        int[] dims = Arrays.copyOf(index, index.length + 1);
        dims[index.length] = table.dim(1);
        return Shape.of(dims);
    }

    private static Kernel forward(Binding k) {
        Kernel check = Indices.check(k, INDEX, k.shape(TABLE).dim(0), Indices.NONE);
        return Kernel.sequence(check, k.takeRows(k.in(TABLE), k.in(INDEX), k.out()));
    }
}
