package chainrule.editor.palette;

import chainrule.language.Phrases;
import java.util.List;

/**
 * A few nodes that belong together, ready to be put into a graph.
 *
 * @param id its name in the bundles
 * @param program its nodes, as a program
 */
public record Piece(String id, String program) {
    private static final Phrases WORDS = Phrases.of(Piece.class);

    private static final List<Piece> ALL = List.of(
            new Piece(
                    "neuron",
                    """
                    x = input(value=[1, 2])
                    w = param(value=[0.5, -0.25])
                    b = param(value=0.1)
                    p = mul(w, x)
                    s = sum(p)
                    z = add(s, b)
                    y = sigmoid(z)
                    """),
            new Piece(
                    "layer",
                    """
                    x = input(value=[[1, 2, 3]])
                    w = param(value=[[0.1, -0.2, 0.3], [0.4, 0.5, -0.6]])
                    b = param(value=[0, 0.1])
                    z = linear(x, w, b)
                    h = relu(z)
                    """),
            new Piece(
                    "residual",
                    """
                    x = input(value=[[1, 2]])
                    w = param(value=[[0.5, -0.5], [0.25, 0.75]])
                    b = param(value=[0, 0])
                    z = linear(x, w, b)
                    h = relu(z)
                    y = add(h, x)
                    """),
            new Piece(
                    "squaredError",
                    """
                    y = param(value=[0.8, 0.1])
                    t = target(value=[1, 0])
                    e = sub(y, t)
                    q = square(e)
                    loss = mean(q)
                    """),
            new Piece(
                    "softmaxLoss",
                    """
                    z = param(value=[[2, 1, 0.1]])
                    t = target(value=[0])
                    p = softmax(z)
                    loss = cross_entropy(z, t)
                    """),
            new Piece(
                    "attention",
                    """
                    q = param(value=[[1, 0], [0, 1]])
                    k = param(value=[[1, 0], [0.5, 0.5]])
                    v = param(value=[[1, 2], [3, 4]])
                    a = attention(q, k, v)
                    """));

    /** All that there are. */
    static List<Piece> all() {
        return ALL;
    }

    /** What it is called, in the language of the moment. */
    String title() {
        return WORDS.text("piece." + id);
    }

    /** What it is for, in the language of the moment. */
    String summary() {
        return WORDS.text("piece." + id + ".summary");
    }
}
