package chainrule.app;

import chainrule.presets.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the presets. */
@Command(name = "presets", description = "Lists the graphs that come with the course; open one as preset:ID.")
final class PresetsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Answer in JSON: an array of objects.")
    private boolean json;

    @Option(names = "--topic", paramLabel = "N", description = "Only those of one topic.")
    private @Nullable String topic;

    private final Terminal terminal;
    private final Library library;

    PresetsCommand(Terminal terminal, Library library) {
        this.terminal = terminal;
        this.library = library;
    }

    @Override
    public Integer call() {
        List<Preset> presets = chosen();
        if (json) {
            terminal.out()
                    .println(Json.of(presets.stream().map(PresetsCommand::json).toList()));
            return 0;
        }
        Table table = new Table("id", "topic", "title");
        presets.forEach(p -> table.row(p.id(), Integer.toString(p.topic()), p.title()));
        table.lines().forEach(terminal.out()::println);
        return 0;
    }

    private List<Preset> chosen() {
        if (topic == null) {
            return library.presets().all();
        }
        int number = (int) Words.whole("--topic", topic, 0, Integer.MAX_VALUE);
        List<Preset> presets = library.presets().topic(number);
        if (presets.isEmpty()) {
            String topics = String.join(
                    ", ",
                    library.presets().all().stream()
                            .map(p -> Integer.toString(p.topic()))
                            .distinct()
                            .toList());
            throw Refusal.unusable("Topic %d has no presets; the topics are %s.".formatted(number, topics));
        }
        return presets;
    }

    private static Map<String, Object> json(Preset preset) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", preset.id());
        json.put("topic", preset.topic());
        json.put("title", preset.title());
        json.put("core", preset.core());
        return json;
    }
}
