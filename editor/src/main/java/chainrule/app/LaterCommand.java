package chainrule.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** A command that is promised and not there yet. */
@Command(description = "Does not exist yet.")
final class LaterCommand implements Callable<Integer> {
    @Unmatched
    private final List<String> words = new ArrayList<>();

    private final String name;

    LaterCommand(String name) {
        this.name = name;
    }

    @Override
    public Integer call() {
        String with = words.isEmpty() ? "" : " (%s)".formatted(String.join(" ", words));
        throw Refusal.unusable("The command %s%s does not exist yet.".formatted(name, with));
    }
}
