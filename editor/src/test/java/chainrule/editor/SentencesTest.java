package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the window says stands in the bundles of words: no sentence stands in its source. */
class SentencesTest {
    /** Types of nodes, which speak English in their files as the catalogue does, and the report that maintainers read. */
    private static final Set<String> OTHERS = Set.of("Border.java", "ProblemReport.java");

    private static final Path SOURCE = Path.of("src/main/java/chainrule/editor");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern TWO_WORDS = Pattern.compile("(?:^|[^\\w.@:=-])\\p{L}\\p{L}+[:,;.]? +\\p{L}+");

    /** Statements that nobody reads in the window. */
    private static final Pattern UNSHOWN = Pattern.compile(
            "(?:FAULTS\\s*\\.log|System\\.getLogger|new (?:IllegalArgument|IllegalState|UnsupportedOperation)Exception"
                    + "|new AssertionError|new MigLayout|requireNonNull|setLayoutConstraints)\\b[^;]*;",
            Pattern.DOTALL);

    /** Names of keys, and where a component lies or how it looks. */
    private static final Pattern KEYS_AND_LAYOUT = Pattern.compile("(?:menu|ctrl|alt|shift|meta) .*"
            + "|(?:insets|gap\\w*|span\\w*|split|cell|width|grow\\w*|hidemode|sizegroup|wmin|skip|top) ?.*"
            + "|\\w+: [@\\d].*|borderColor: .*");

    /** Sentences that are none. */
    private static final Set<String> NO_WORDS = Set.of(
            "Application Support", // a folder of macOS
            "JetBrains Mono", // a font
            "'JetBrains Mono', ui-monospace, Menlo, Consolas, monospace",
            "Inter, system-ui, 'Segoe UI', Roboto, sans-serif",
            "a title", // as wide as a choice should be; not shown
            "lesson link", // an attribute of a text
            "eine zahl", // an answer that is understood in either language
            "`code`, $w^\\\\top x$"); // what a note can show

    @Test
    void noSentenceStandsInTheSource() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file : files.filter(SentencesTest::isRead).toList()) {
                sentences(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
            }
        }
        assertThat(found).as("sentences to move into Words.properties").isEmpty();
    }

    @Test
    void aSentenceIsFound() {
        assertThat(sentences("label.setText(\"Open the graph\"); // \"not this one\""))
                .containsExactly("Open the graph");
        assertThat(sentences("keys(WINDOW, \"ctrl shift F5\"); new MigLayout(\"insets 0, wrap two\");"))
                .isEmpty();
        assertThat(sentences("throw new IllegalStateException(\"no such thing\" + id);"))
                .isEmpty();
        assertThat(sentences("add(field, \"span 2, gaptop 8\");")).isEmpty();
    }

    private static boolean isRead(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".java") && !OTHERS.contains(name);
    }

    private static List<String> sentences(String source) {
        String shown = UNSHOWN.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("");
        return LITERAL.matcher(shown)
                .results()
                .map((MatchResult literal) -> literal.group(1))
                .filter(text -> TWO_WORDS.matcher(text).find())
                .filter(text -> !text.startsWith("<") && !text.startsWith(" "))
                .filter(text -> !KEYS_AND_LAYOUT.matcher(text).matches())
                .filter(text -> !NO_WORDS.contains(text))
                .toList();
    }
}
