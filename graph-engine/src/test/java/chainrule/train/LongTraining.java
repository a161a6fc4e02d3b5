package chainrule.train;

import chainrule.exec.Plans;
import chainrule.graph.Graph;
import chainrule.graph.Sketch;
import chainrule.kernel.Memory;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A process of its own that trains ten thousand steps and prints, each on a line, what it holds of the machine's memory and
 * of Java's after the first steps and after the last, in bytes.
 */
final class LongTraining {
    /** Steps after which the virtual machine has loaded what a step needs. */
    private static final int FIRST = 100;

    private static final int STEPS = 10_000;
    private static final Path STATUS = Path.of("/proc/self/status");

    private LongTraining() {}

    /**
     * @param words the name of a graph, an optimiser, and {@code leaking} where each step should leave something behind
     */
    public static void main(String[] words) throws Exception {
        List<Memory> left = new ArrayList<>();
        Training training =
                Training.of(words[1], 1e-4, STEPS).withClip(Part.of("").with("max_norm", 1));
        try (TrainingRun run = TrainingRun.of(Plans.of(graph(words[0]), Precision.FLOAT), training)) {
            run.run(FIRST, (done, loss) -> true);
            print();
            run.run(STEPS, (done, loss) -> {
                if (words.length > 2) {
                    Memory memory = new Memory(Precision.FLOAT, 1 << 20);
                    memory.allocate(Shape.of(256)).fill(1);
                    left.add(memory);
                }
                return true;
            });
            print();
        }
    }

    private static Graph graph(String name) {
        return switch (name) {
            case "neuron" -> neuron();
            case "mlp" -> mlp();
            case "lstm" -> lstm();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Graph neuron() {
        return new Sketch()
                .param("x", 1, -2)
                .param("w", 0.5, 0.25)
                .param("b", 0.1)
                .node("z", "dot", "w", "x")
                .node("s", "add", "z", "b")
                .node("y", "sigmoid", "s")
                .graph();
    }

    private static Graph mlp() {
        Sketch sketch = new Sketch().source("h0", "input", wave(Shape.of(16, 32)));
        int[] widths = {32, 24, 16, 10};
        for (int i = 1; i < widths.length; i++) {
            sketch.source("W" + i, "param", wave(Shape.of(widths[i], widths[i - 1])))
                    .source("b" + i, "param", wave(Shape.of(widths[i])))
                    .node("z" + i, "linear", "h" + (i - 1), "W" + i, "b" + i)
                    .node("h" + i, "relu", "z" + i);
        }
        return sketch.source("t", "target", wave(Shape.of(16, 10)))
                .node("loss", "mse", "h3", "t")
                .graph();
    }

    private static Graph lstm() {
        Sketch sketch = new Sketch()
                .source("h0", "input", Tensor.filled(Shape.of(4, 8), 0.1))
                .source("c0", "input", Tensor.filled(Shape.of(4, 8), -0.2))
                .source("Wx", "param", wave(Shape.of(32, 6)))
                .source("Wh", "param", wave(Shape.of(32, 8)))
                .source("b", "param", wave(Shape.of(32)));
        for (int t = 0; t < 6; t++) {
            String h = t == 0 ? "h0" : "cell" + (t - 1) + ".h";
            String c = t == 0 ? "c0" : "cell" + (t - 1) + ".c";
            sketch.source("x" + t, "input", wave(Shape.of(4, 6)))
                    .node("cell" + t, "lstm_cell", "x" + t, h, c, "Wx", "Wh", "b");
        }
        return sketch.node("loss", "sum", "cell5.h").graph();
    }

    private static Tensor wave(Shape shape) {
        double[] numbers = new double[(int) shape.size()];
        Arrays.setAll(numbers, i -> Math.sin(i + 1) / 4);
        return Tensor.of(shape, numbers);
    }

    private static void print() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        long resident = Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
        System.out.println("holds " + resident + " " + heap);
    }
}
