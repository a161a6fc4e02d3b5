package chainrule.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are broken in every way we know of: one sentence, an exit code, nothing of the program's inside. */
class HostileFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    empty    | 2 |
                    text     | 2 | hello
                    cut      | 2 | {"format": "chainrule", "version": 1, "nodes": [
                    deep     | 2 | DEEP
                    newer    | 2 | {"format": "chainrule", "version": 9, "nodes": [], "edges": []}
                    loop     | 2 | FILE [{"id": "a", "type": "neg"}, {"id": "b", "type": "neg"}], "edges": [{"from": "a", "to": "b.x"}, {"from": "b", "to": "a.x"}]}
                    twice    | 2 | FILE [{"id": "a", "type": "param"}, {"id": "a", "type": "param"}], "edges": []}
                    dangling | 2 | FILE [{"id": "b", "type": "neg"}], "edges": [{"from": "nobody", "to": "b.x"}]}
                    unknown  | 1 | FILE [{"id": "a", "type": "frobnicate"}], "edges": []}
                    ragged   | 1 | FILE [{"id": "a", "type": "param", "settings": {"value": [[1, 2], [3]]}}], "edges": []}
                    class    | 1 | FILE [{"id": "a", "type": "javax.swing.JFrame", "settings": {"title": "boo", "visible": true}}], "edges": []}
                    script   | 1 | FILE [{"id": "a", "type": "param", "settings": {"value": "${jndi:ldap://localhost/a}"}}], "edges": []}
                    bulk     | 2 | BULK
                    huge     | 1 | FILE [{"id": "a", "type": "param", "settings": {"init": "zeros", "shape": [40000, 40000]}}], "edges": []}
                    open     | 1 | FILE [{"id": "a", "type": "param"}, {"id": "b", "type": "add"}], "edges": [{"from": "a", "to": "b.a"}]}
                    """)
    void isRefusedInOneSentence(String name, int exitCode, String text) throws IOException {
        Path file = folder.resolve(name + ".chainrule.json");
        Files.writeString(file, written(text));
        for (String command : List.of("run", "step", "check", "train")) {
            Call call = Call.of(command, file.toString());
            List<String> said = call.errLines().stream()
                    .filter(line -> !line.contains("says nothing about training"))
                    .toList();
            assertThat(said).as(command).hasSize(1);
            assertThat(said.get(0)).endsWith(".").doesNotContain("Exception", "chainrule.app", "null");
            assertThat(call.err()).doesNotContain("\tat ");
            assertThat(call.out()).isEmpty();
            assertThat(call.exitCode()).isEqualTo(exitCode);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 'y.b: a is 3 and c is 2: from the last axis on, lengths should be equal or 1.'"})
    void aRejectedGraphIsAnObjectWithItsProblems(int length, String line) throws IOException {
        Path file = folder.resolve("shapes.json");
        Files.writeString(
                file,
                written("FILE [{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"shape\": [%d]}}, "
                                .formatted(length)
                        + "{\"id\": \"c\", \"type\": \"param\", \"settings\": {\"shape\": [2]}}, "
                        + "{\"id\": \"y\", \"type\": \"add\"}], "
                        + "\"edges\": [{\"from\": \"a\", \"to\": \"y.a\"}, {\"from\": \"c\", \"to\": \"y.b\"}]}"));
        Call call = Call.of("run", "--json", file.toString());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.json().fieldNames()).toIterable().containsExactly("root", "shapes", "problems", "nonFinite");
        assertThat(call.json().at("/problems/0/node").textValue()).isEqualTo("y");
        assertThat(call.json().at("/problems/0/port").textValue()).isEqualTo("b");
        assertThat(call.errLines()).singleElement().asString().startsWith("y.b: ");
    }

    private static String written(String text) {
        if (text == null) {
            return "";
        }
        if (text.equals("BULK")) {
            return "{\"format\": \"chainrule\", \"version\": 1, \"title\": \"" + "a".repeat(10_000_000) + "\"";
        }
        return text.equals("DEEP")
                ? "[".repeat(100_000)
                : text.replaceFirst("^FILE", "{\"format\": \"chainrule\", \"version\": 1, \"nodes\":");
    }
}
