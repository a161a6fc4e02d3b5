package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Columns;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.io.GraphFile;
import chainrule.io.GraphJson;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.program.ProgramReader;
import chainrule.program.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to open a file in a window that is there: until it is painted, and until its numbers are. No part of
 * the build, since it has no name of a test; run by
 * {@code mvn -pl editor -am test -Dtest=OpenBudget -Dsurefire.failIfNoSpecifiedTests=false}, it prints the table of
 * {@code docs/performance.md}.
 */
class OpenBudget {
    private static final int TIMES = 15;
    private static final int WARM_UP = 5;

    @Test
    void printTheTable(@TempDir Path folder) throws Exception {
        System.out.println("| nodes | shown | with its numbers |");
        System.out.println("|---|---|---|");
        for (int count : new int[] {300, 1000}) {
            System.out.println(row(count, file(count, folder)));
        }
    }

    private static String row(int count, Path file) throws InterruptedException {
        double[] shown = new double[TIMES];
        double[] computed = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            try (WindowFixture editor = WindowFixture.open()) {
                editor.window.robot().waitForIdle();
                long start = System.nanoTime();
                editor.run(() -> {
                    assertThat(editor.frame.open(file)).isTrue();
                    editor.frame.canvas().paintImmediately(0, 0, 2000, 2000);
                });
                long painted = System.nanoTime();
                editor.awaitRun();
                editor.run(() -> editor.frame.canvas().paintImmediately(0, 0, 2000, 2000));
                long done = System.nanoTime();
                if (i >= 0) {
                    shown[i] = (painted - start) / 1e6;
                    computed[i] = (done - start) / 1e6;
                }
            }
        }
        return String.format(Locale.ROOT, "| %,d | %s | %s |", count, told(shown), told(computed));
    }

    private static String told(double[] millis) {
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "%.0f ms (worst %.0f)", millis[millis.length / 2], millis[millis.length - 1]);
    }

    /** Rows of additions, each fed by two nodes before it. */
    private static Path file(int count, Path folder) throws IOException {
        int rows = (int) Math.ceil(Math.sqrt(count / 2.0));
        StringBuilder program = new StringBuilder();
        for (int i = 0; i < count; i++) {
            program.append(
                    i < rows
                            ? "n%d = param(value=%d)%n".formatted(i, i)
                            : "n%d = add(n%d, n%d)%n"
                                    .formatted(i, i - rows, i - rows + (i % rows == rows - 1 ? 0 : 1)));
        }
        program.append("root n").append(count - 1);
        Reading reading = ProgramReader.read(program.toString(), StandardCatalog.create(), Graph.empty());
        Graph graph = ((Reading.Understood) reading).graph();
        Set<NodeId> ids = new LinkedHashSet<>();
        graph.nodes().stream().map(Node::id).forEach(ids::add);
        Layout layout = new Layout(new Columns(graph, ids).places(new Point(0, 0)), Map.of(), Map.of());
        Path file = folder.resolve("grid" + count + ".chainrule.json");
        return Files.writeString(
                file, GraphJson.write(GraphFile.untitled().with(graph).with(layout)));
    }
}
