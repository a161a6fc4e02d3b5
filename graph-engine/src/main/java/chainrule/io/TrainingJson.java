package chainrule.io;

import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.train.Part;
import chainrule.train.Training;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The training block of a file. */
final class TrainingJson {
    private static final Phrases WORDS = Phrases.of(TrainingJson.class);
    private static final String RATE = "lr";

    private TrainingJson() {}

    static Training read(Fields block) throws FileProblem {
        Training standard = Training.standard();
        int steps = block.count("steps", standard.steps());
        List<NodeId> only = new ArrayList<>();
        for (String name : block.texts("only")) {
            if (!NodeId.legalPath(name)) {
                throw new FileProblem(WORDS.text("trainingJson.trainingChangeNameNodeOr", name));
            }
            only.add(NodeId.of(name));
        }
        Part optimizer =
                part(block.inner("optimizer", () -> WORDS.text("trainingJson.optimizer")), standard.optimizer());
        if (!optimizer.numbers().containsKey(RATE)) {
            optimizer = optimizer.with(RATE, standard.rate());
        }
        Part schedule = part(block.inner("schedule", () -> WORDS.text("trainingJson.schedule")), standard.schedule());
        Fields clip = block.inner("clip", () -> WORDS.text("trainingJson.clipping"));
        return new Training(
                optimizer, schedule, clip == null ? null : part(clip, Part.of("")), steps, only, block.others());
    }

    static String write(Training training) {
        StringBuilder out = new StringBuilder("{\"optimizer\": ");
        out.append(text(training.optimizer()));
        out.append(", \"schedule\": ").append(text(training.schedule()));
        out.append(", \"clip\": ").append(text(training.clip()));
        training.extras().forEach((name, json) -> {
            JsonText.quote(out.append(", "), name);
            out.append(": ").append(json);
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

    private static Part part(@Nullable Fields fields, Part standard) throws FileProblem {
        if (fields == null) {
            return standard;
        }
        String type = fields.text("type", standard.type());
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : fields.all()) {
            if (field.getKey().equals(RATE) || LiteralJson.isNumber(field.getValue())) {
                numbers.put(
                        field.getKey(),
                        fields.number(field.getKey(), standard.numbers().getOrDefault(RATE, 0.0)));
            }
        }
        return new Part(type, numbers, fields.others());
    }

    private static String text(@Nullable Part part) {
        if (part == null) {
            return "null";
        }
        List<String> members = new ArrayList<>();
        if (!part.type().isEmpty()) {
            members.add("\"type\": " + JsonText.quoted(part.type()));
        }
        part.numbers().forEach((name, value) -> members.add(JsonText.quoted(name) + ": " + JsonText.number(value)));
        part.others().forEach((name, json) -> members.add(JsonText.quoted(name) + ": " + json));
        return "{" + String.join(", ", members) + "}";
    }
}
