package chainrule.lessons;

import chainrule.graph.NodeId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the lessons from the class path. They are part of the program, so that a mistake in one is an exception. */
final class LessonReader {
    private static final String ROOT = "/lessons/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LessonReader() {}

    static List<Lesson> readAll() {
        List<Lesson> lessons = new ArrayList<>();
        for (JsonNode topic : json(ROOT + "index.json")) {
            lessons.add(read(topic.asInt()));
        }
        return lessons;
    }

    static Lesson read(int topic) {
        String folder = ROOT + topic + "/";
        JsonNode json = json(folder + "lesson.json");
        List<Page> pages = new ArrayList<>();
        for (JsonNode page : json.required("pages")) {
            pages.add(page(folder, page));
        }
        return new Lesson(json.required("topic").asInt(), json.required("title").asText(), pages);
    }

    private static Page page(String folder, JsonNode json) {
        List<NodeId> highlights = new ArrayList<>();
        for (JsonNode node : json.required("highlights")) {
            highlights.add(NodeId.of(node.asText()));
        }
        return new Page(
                text(json, "id"),
                text(json, "title"),
                Page.Kind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
                json.required("pass").asInt(),
                text(json, "preset"),
                highlights,
                resource(folder + text(json, "file")),
                json.has("steps") ? steps(folder + text(json, "steps")) : List.of());
    }

    private static List<LessonStep> steps(String path) {
        List<LessonStep> steps = new ArrayList<>();
        for (JsonNode json : json(path)) {
            List<LineEdit> edits = new ArrayList<>();
            for (JsonNode edit : json.path("edits")) {
                edits.add(new LineEdit(
                        edit.get(0).asText(),
                        edit.get(1).isNull() ? "" : edit.get(1).asText()));
            }
            steps.add(new LessonStep(
                    text(json, "name"),
                    text(json, "what"),
                    text(json, "how"),
                    GoalReader.goals(json.required("goals")),
                    edits));
        }
        return steps;
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }

    private static JsonNode json(String path) {
        try {
            return JSON.readTree(resource(path));
        } catch (IOException problem) {
            throw new UncheckedIOException(path + " is not JSON", problem);
        }
    }

    private static String resource(String path) {
        try (InputStream in = LessonReader.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(path + " cannot be read", problem);
        }
    }
}
