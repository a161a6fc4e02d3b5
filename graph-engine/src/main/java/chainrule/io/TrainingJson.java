package chainrule.io;

import chainrule.graph.NodeId;
import chainrule.train.Training;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The training block of a file. What an optimiser has beside numbers is kept under {@link #OPTIMIZER}. */
final class TrainingJson {
    private static final String OPTIMIZER = "optimizer";

    private TrainingJson() {}

    static Training read(Fields block) throws FileProblem {
        Training standard = Training.standard();
        int steps = block.count("steps", standard.steps());
        List<NodeId> only = new ArrayList<>();
        for (String name : block.texts("only")) {
            only.add(GraphReader.id(name));
        }
        Fields optimizer = block.inner(OPTIMIZER, "the optimizer");
        Map<String, String> extras = block.others();
        if (optimizer == null) {
            return new Training(standard.optimizer(), standard.rate(), Map.of(), steps, only, extras);
        }
        String kind = optimizer.text("type", standard.optimizer());
        double rate = optimizer.number("lr", standard.rate());
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : optimizer.all()) {
            if (LiteralJson.isNumber(field.getValue()) && !field.getKey().equals("lr")) {
                numbers.put(field.getKey(), optimizer.number(field.getKey(), 0));
            }
        }
        Map<String, String> rest = optimizer.others();
        if (!rest.isEmpty()) {
            extras.put(OPTIMIZER, members(rest));
        }
        return new Training(kind, rate, numbers, steps, only, extras);
    }

    static String write(Training training) {
        StringBuilder out = new StringBuilder("{\"optimizer\": {\"type\": ");
        JsonText.quote(out, training.optimizer());
        out.append(", \"lr\": ").append(JsonText.number(training.rate()));
        training.optimizerSettings().forEach((name, value) -> {
            JsonText.quote(out.append(", "), name);
            out.append(": ").append(JsonText.number(value));
        });
        String rest = training.extras().get(OPTIMIZER);
        out.append(rest == null ? "" : ", " + rest).append('}');
        training.extras().forEach((name, json) -> {
            if (!name.equals(OPTIMIZER)) {
                JsonText.quote(out.append(", "), name);
                out.append(": ").append(json);
            }
        });
        out.append(", \"steps\": ").append(training.steps());
        String only = training.only().stream()
                .map(id -> JsonText.quoted(id.name()))
                .collect(Collectors.joining(", ", "[", "]"));
        return out.append(", \"only\": ")
                .append(training.only().isEmpty() ? "null" : only)
                .append('}')
                .toString();
    }

    private static String members(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> JsonText.quoted(e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
