package chainrule.lessons;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.tensor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads goals as the files of the course have them: {@code {"type": "near", "of": "grad:b", "value": 5}}. */
final class GoalReader {
    /** What a learner may be off by where a goal does not say. */
    private static final double TOLERANCE = 5e-4;

    private GoalReader() {}

    static List<Goal> goals(JsonNode list) {
        List<Goal> goals = new ArrayList<>();
        list.forEach(goal -> goals.add(goal(goal)));
        return goals;
    }

    /**
     * Reads one goal.
     *
     * @throws IllegalArgumentException where it has a type that there is not
     */
    static Goal goal(JsonNode json) {
        String type = text(json, "type");
        return switch (type) {
            case "near" ->
                new Goal.Near(
                        of(json),
                        numbers(json.required("value")),
                        json.path("tol").asDouble(TOLERANCE));
            case "above", "below" ->
                new Goal.Beyond(
                        of(json),
                        json.required("bound").asDouble(),
                        type.equals("above"),
                        json.path("abs").asBoolean());
            case "finite", "infinite" -> new Goal.Finite(of(json), type.equals("finite"));
            case "opposite_signs" -> new Goal.OppositeSigns(of(json));
            case "shape" ->
                new Goal.Shaped(
                        of(json),
                        Shape.of(numbers(json.required("value")).stream()
                                .mapToInt(Double::intValue)
                                .toArray()));
            default -> ofGraph(type, json);
        };
    }

    private static Goal ofGraph(String type, JsonNode json) {
        return switch (type) {
            case "has" -> new Goal.Has(text(json, "node"), json.path("count").asInt(1), Integer.MAX_VALUE);
            case "has_not" -> new Goal.Has(text(json, "node"), 0, 0);
            case "max_nodes" -> new Goal.MostNodes(json.required("count").asInt());
            case "path_avoiding" -> new Goal.PathAvoiding(node(json, "from"), node(json, "to"), node(json, "avoid"));
            case "selected" -> selected(LessonLink.of(text(json, "of")));
            case "arrived", "waiting" -> new Goal.Arrived(edge(json), type.equals("arrived"));
            case "at_end" -> new Goal.AtEnd();
            default -> throw new IllegalArgumentException("no goal is of the type " + type);
        };
    }

    private static Goal selected(LessonLink part) {
        if (part instanceof LessonLink.ToNode to) {
            return new Goal.SelectedNode(to.node());
        } else if (part instanceof LessonLink.ToEdge to) {
            return new Goal.SelectedEdge(to.slot());
        }
        throw new IllegalArgumentException(part + " cannot be selected");
    }

    private static Slot edge(JsonNode json) {
        return ((LessonLink.ToEdge) LessonLink.of(text(json, "of"))).slot();
    }

    private static Quantity of(JsonNode json) {
        return Quantity.of(text(json, "of"));
    }

    private static NodeId node(JsonNode json, String field) {
        return NodeId.of(text(json, field));
    }

    /** The numbers of a literal in reading order, whatever its shape. */
    private static List<Double> numbers(JsonNode json) {
        List<Double> numbers = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(part -> numbers.addAll(numbers(part)));
        } else {
            numbers.add(json.asDouble());
        }
        return numbers;
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }
}
