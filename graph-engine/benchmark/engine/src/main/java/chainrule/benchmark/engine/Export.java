package chainrule.benchmark.engine;

import chainrule.benchmark.Numbers;
import chainrule.catalog.StandardCatalog;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the workloads into a folder: the graph, the numbers it begins with, and the losses it has to show. */
public final class Export {
    private Export() {}

    /** The first word is the folder, the others are the workloads. */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        JsonNode losses = new ObjectMapper().readTree(resource("first-losses"));
        for (String name : List.of(words).subList(1, words.length)) {
            Path path = folder.resolve(name + ".json");
            Files.writeString(path, Grown.named(name) ? Grown.graph(name) : resource(name));
            GraphFile file = GraphFiles.read(path, StandardCatalog.create());
            Numbers.write(folder.resolve(name + ".bin"), sources(Main.plan(file)));
            if (losses.has(name)) {
                List<String> lines = new ArrayList<>();
                losses.get(name).get("float").forEach(loss -> lines.add(loss.asText()));
                Files.write(folder.resolve(name + ".losses"), lines);
            }
        }
    }

    private static Map<String, Numbers> sources(ExecutionPlan plan) {
        Map<String, Numbers> all = new LinkedHashMap<>();
        try (Workspace workspace = new Workspace(plan)) {
            for (NodeId id : plan.order()) {
                if (plan.graph().type(id).inputs().isEmpty()) {
                    Tensor value = workspace.value(Source.of(id));
                    all.put(id.name(), numbers(value, plan.trainable().contains(id)));
                }
            }
        }
        return all;
    }

    private static Numbers numbers(Tensor value, boolean trained) {
        long[] dims = new long[value.shape().rank()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = value.shape().dim(i);
        }
        float[] elements = new float[value.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (float) value.at(i);
        }
        return new Numbers(dims, elements, trained);
    }

    private static String resource(String name) throws java.io.IOException {
        try (InputStream in = Export.class.getResourceAsStream("/workloads/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
