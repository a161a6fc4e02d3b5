package chainrule.benchmark.engine;

import java.util.ArrayList;
import java.util.List;

/** Workloads of any size: {@code chain-N}, N tanh nodes on one number, and {@code fan-N}, N of them side by side. */
final class Grown {
    private Grown() {}

    static boolean named(String name) {
        return name.startsWith("chain-") || name.startsWith("fan-");
    }

    static String graph(String name) {
        int size = Integer.parseInt(name.substring(name.indexOf('-') + 1));
        boolean chain = name.startsWith("chain-");
        List<String> nodes = new ArrayList<>();
        List<String> edges = new ArrayList<>();
        nodes.add("{\"id\": \"x\", \"type\": \"param\", \"settings\": {\"value\": 0.5}, \"at\": [0, 0]}");
        for (int i = 1; i <= size; i++) {
            nodes.add("{\"id\": \"t%d\", \"type\": \"tanh\", \"at\": [%d, %d]}"
                    .formatted(i, 180 * (i / 8), 110 * (i % 8)));
            edges.add(edge(chain && i > 1 ? "t" + (i - 1) : "x", "t" + i + ".x"));
            if (!chain) {
                edges.add(edge("t" + i, "all.x" + (i - 1)));
            }
        }
        if (!chain) {
            nodes.add("{\"id\": \"all\", \"type\": \"add_n\", \"at\": [0, 200]}");
        }
        return ("{\"format\": \"chainrule\", \"version\": 1, \"title\": \"%s\", \"precision\": \"float\", \"nodes\": [%s],"
                        + " \"edges\": [%s], \"root\": \"%s\", \"training\": {\"optimizer\": {\"type\": \"sgd\", \"lr\": %s},"
                        + " \"schedule\": {\"type\": \"constant\"}, \"steps\": 200, \"batch\": null, \"seed\": 1}}")
                .formatted(
                        name,
                        String.join(",\n", nodes),
                        String.join(",\n", edges),
                        chain ? "t" + size : "all",
                        chain ? "0.1" : "1e-6");
    }

    private static String edge(String from, String to) {
        return "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to);
    }
}
