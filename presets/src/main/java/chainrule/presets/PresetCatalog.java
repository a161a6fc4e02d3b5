package chainrule.presets;

import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphJson;
import chainrule.op.Catalog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The presets in the order of the course. */
public final class PresetCatalog {
    private static final String INDEX = "index.json";

    private final Map<String, Preset> presets = new LinkedHashMap<>();

    /**
     * @param catalog the node types that the presets are made of
     */
    public PresetCatalog(Catalog catalog) {
        for (JsonNode entry : index()) {
            String id = entry.path("id").asText();
            int topic = entry.path("topic").asInt();
            presets.put(
                    id,
                    new Preset(
                            id,
                            topic,
                            entry.path("core").asBoolean(),
                            entry.path("title").asText(),
                            () -> read(topic + "/" + id + ".json", catalog)));
        }
    }

    public List<Preset> all() {
        return List.copyOf(presets.values());
    }

    public Optional<Preset> find(String id) {
        return Optional.ofNullable(presets.get(id));
    }

    public List<Preset> topic(int number) {
        return presets.values().stream().filter(p -> p.topic() == number).toList();
    }

    private static JsonNode index() {
        try {
            return new ObjectMapper().readTree(text(INDEX));
        } catch (IOException broken) {
            throw new UncheckedIOException(INDEX, broken);
        }
    }

    private static GraphFile read(String name, Catalog catalog) {
        try {
            return GraphJson.read(text(name), catalog);
        } catch (FileProblem problem) {
            throw new IllegalStateException(name + ": " + problem.sentence(), problem);
        }
    }

    private static String text(String name) {
        try (InputStream in = PresetCatalog.class.getResourceAsStream("/presets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no preset file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
