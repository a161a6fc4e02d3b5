package chainrule.app;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.presets.PresetCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    run                                    | chainrule run needs FILE; “chainrule run --help” says what can be asked.
                    run --foo preset:m0-dot                | chainrule run knows no --foo; “chainrule run --help” says what can be asked.
                    run --steps 3 preset:m0-dot            | chainrule run knows no --steps; “chainrule run --help” says what can be asked.
                    run --precision half preset:m0-dot     | Option --precision is half: it should be double or float.
                    run --threads 0 preset:m0-dot          | Option --threads is 0: it should be from 1 to 4096.
                    --threads many run preset:m0-dot       | Option --threads is many: it should be a whole number.
                    train --steps -1 preset:b3-bowl        | Option --steps is -1: it should be at least 0.
                    train --steps                          | chainrule train needs a value after --steps; “chainrule train --help” says what can be asked.
                    train --save x preset:m0-dot preset:m0-bowl | --save writes one file, and 2 are trained.
                    export preset:m0-dot out.py            | out.py cannot be written: its name should end in .png, .svg, .pdf, .gif or .json.
                    grade key.json a.json --strict         | The command grade (key.json a.json --strict) does not exist yet.
                    bogus                                  | There is no command bogus and no file bogus; “chainrule --help” lists the commands.
                    run preset:nope                        | There is no preset nope; “chainrule presets” lists them.
                    run m0-dot                             | There is no file m0-dot; the preset is called preset:m0-dot.
                    run nowhere.json                       | There is no file nowhere.json.
                    """)
    void aCallThatCannotBeUsedIsRefusedInOneSentence(String words, String sentence) {
        Call call = Call.of(words.strip().split(" +"));
        assertThat(call.errLines()).containsExactly(sentence);
        assertThat(call.out()).isEmpty();
        assertThat(call.exitCode()).isEqualTo(2);
    }

    @Test
    void aTopicWithoutPresetsIsRefusedWithTheTopicsThatHaveSome() {
        String topics = new PresetCatalog(StandardCatalog.create())
                .all().stream()
                        .map(preset -> Integer.toString(preset.topic()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        assertThat(topics).startsWith("0, 1, 2, 3");
        assertThat(Call.of("presets", "--topic", "99").errLines())
                .containsExactly("Topic 99 has no presets; the topics are " + topics + ".");
    }

    @Test
    void helpAndVersionAreAnswers() {
        assertThat(Call.of("--help").out()).contains("presets", "train", "preset:ID", "Exit: 0 done");
        assertThat(Call.of("run", "--help").out()).contains("--json", "--precision=double|float");
        assertThat(Call.of("--version").out()).startsWith("Chainrule ").doesNotContain("$");
        assertThat(Call.of("--version").exitCode()).isZero();
    }

    @Test
    void withoutACommandTheEditorOpensTheFiles() {
        List<List<String>> opened = new ArrayList<>();
        EditorStarter editor = (words, library) -> {
            opened.add(words);
            return 0;
        };
        Call.of(editor, "preset:m0-dot");
        Call.of(editor, "edit", "preset:m0-dot", "preset:m0-bowl");
        Call.of(editor);
        assertThat(opened)
                .containsExactly(List.of("preset:m0-dot"), List.of("preset:m0-dot", "preset:m0-bowl"), List.of());
    }

    @Test
    void aDefectOfTheProgramIsOneSentenceUnlessItIsAskedFor() {
        EditorStarter broken = (words, library) -> {
            throw new IllegalStateException("broken on purpose");
        };
        Call call = Call.of(broken, "edit");
        assertThat(call.errLines())
                .containsExactly("Something is wrong in Chainrule itself; the same call with --debug shows where.");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(Call.of(broken, "edit", "--debug").err()).contains("broken on purpose", "\tat chainrule.app");
    }

    @Test
    void presetsAreListed() {
        Call table = Call.of("presets", "--topic", "0");
        assertThat(table.outLines().get(0)).startsWith("id").contains("topic", "title");
        assertThat(table.out()).contains("m0-dot").doesNotContain("b3-mazur");
        assertThat(Call.of("presets", "--json").json())
                .hasSizeGreaterThan(40)
                .allSatisfy(p -> assertThat(p.fieldNames()).toIterable().contains("id", "topic", "title"));
    }
}
