package chainrule.exec;

import chainrule.graph.Sketch;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Arrays;

/** Recurrent layers that tests unroll. */
final class Cells {
    private Cells() {}

    /** So many steps of a cell of six units, batch 12, all of which are shown; what it begins with is learned, too. */
    static Sketch layer(String cell, int steps) {
        int gates = cell.equals("rnn_cell") ? 1 : cell.equals("gru_cell") ? 3 : 4;
        Sketch sketch = new Sketch()
                .source("h0", "param", wave(Shape.of(12, 6)))
                .source("Wx", "param", wave(Shape.of(gates * 6, 3)))
                .source("Wh", "param", wave(Shape.of(gates * 6, 6)))
                .source("b", "param", wave(Shape.of(gates * 6)));
        if (cell.equals("gru_cell")) {
            sketch.source("bh", "param", wave(Shape.of(gates * 6)));
        }
        if (cell.equals("lstm_cell")) {
            sketch.source("c0", "input", wave(Shape.of(12, 6)));
        }
        String h = "h0";
        String c = "c0";
        String[] all = new String[steps];
        for (int t = 0; t < steps; t++) {
            String id = "cell" + t;
            sketch.source("x" + t, "input", wave(Shape.of(12, 3)).map(v -> v / 2));
            switch (cell) {
                case "rnn_cell" -> sketch.node(id, cell, "x" + t, h, "Wx", "Wh", "b");
                case "gru_cell" -> sketch.node(id, cell, "x" + t, h, "Wx", "Wh", "b", "bh");
                default -> sketch.node(id, cell, "x" + t, h, c, "Wx", "Wh", "b");
            }
            h = cell.equals("rnn_cell") ? id : id + ".h";
            c = id + ".c";
            all[t] = h;
        }
        return sketch.node("all", "add_n", all).node("loss", "mean", "all");
    }

    private static Tensor wave(Shape shape) {
        double[] numbers = new double[(int) shape.size()];
        Arrays.setAll(numbers, i -> Math.sin(i + 1));
        return Tensor.of(shape, numbers);
    }
}
