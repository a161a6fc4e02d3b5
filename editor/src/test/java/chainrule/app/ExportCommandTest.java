package chainrule.app;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.presets.Preset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportCommandTest {
    @TempDir
    Path folder;

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private BufferedImage png(String... options) throws IOException {
        String[] words = new String[options.length + 3];
        words[0] = "export";
        words[1] = "preset:m0-dot";
        words[2] = at("out.png");
        System.arraycopy(options, 0, words, 3, options.length);
        Call call = Call.of(words);
        assertThat(call.err()).isEmpty();
        assertThat(call.exitCode()).isZero();
        return ImageIO.read(folder.resolve("out.png").toFile());
    }

    @Test
    void theEndingSaysWhatIsWritten() throws IOException {
        assertThat(Call.of("export", "preset:m0-dot", at("a.svg")).exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("a.svg"))).contains("<svg", "Dot product", "gradient", "←");
        assertThat(Call.of("export", "preset:m0-dot", at("a.pdf")).exitCode()).isZero();
        try (PDDocument read = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(Call.of("export", "preset:m0-dot", at("a.json")).exitCode()).isZero();
        assertThat(Call.of("run", at("a.json")).out())
                .isEqualTo(Call.of("run", "preset:m0-dot").out());
    }

    @ParameterizedTest
    @MethodSource("chainrule.app.GraphCommandsTest#presets")
    void everyPresetBecomesAPictureWithTheNamesOfItsNodes(Preset preset) throws IOException {
        assertThat(Call.of("export", "preset:" + preset.id(), at("preset.svg")).exitCode())
                .isZero();
        String svg = Files.readString(folder.resolve("preset.svg"));
        preset.file().graph().nodes().forEach(node -> assertThat(svg)
                .contains(">" + node.id().name() + "</text>"));
    }

    @Test
    void optionsChangeThePicture() throws IOException {
        BufferedImage plain = png();
        BufferedImage large = png("--scale", "2");
        assertThat(large.getWidth()).isEqualTo(2 * plain.getWidth());
        assertThat(png("--margin", "0").getWidth()).isEqualTo(plain.getWidth() - 80);
        assertThat(png("--dark").getRGB(1, 1)).isNotEqualTo(plain.getRGB(1, 1));
        assertThat(png("--transparent").getRGB(1, 1) >>> 24).isZero();
    }

    @Test
    void withoutValuesOrAfterSomeStepsThereIsLessToSee() throws IOException {
        assertThat(Call.of("export", "preset:m0-dot", at("all.svg")).exitCode()).isZero();
        assertThat(Call.of("export", "preset:m0-dot", at("some.svg"), "--step", "1")
                        .exitCode())
                .isZero();
        assertThat(Call.of("export", "preset:m0-dot", at("none.svg"), "--no-values")
                        .exitCode())
                .isZero();
        String all = Files.readString(folder.resolve("all.svg"));
        assertThat(all).contains("→", "←");
        assertThat(Files.readString(folder.resolve("some.svg"))).doesNotContain("←");
        assertThat(Files.readString(folder.resolve("none.svg"))).doesNotContain("→", "←");
    }

    @Test
    void aGraphWithProblemsIsPaintedWithThem() throws IOException {
        Path broken = folder.resolve("broken.json");
        Files.writeString(
                broken,
                "{\"format\":\"chainrule\",\"version\":1,\"nodes\":[{\"id\":\"t\",\"type\":\"tanh\",\"at\":[0,0]}],\"edges\":[]}");
        Call call = Call.of("export", broken.toString(), at("broken.svg"));
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.errLines()).hasSize(1);
        assertThat(call.err()).startsWith("t");
        assertThat(Files.readString(folder.resolve("broken.svg"))).contains(">t<");
    }

    @Test
    void aPassAndATrainingBecomeFilms() throws IOException {
        assertThat(Call.of("export", "preset:b3-mazur", at("a.gif"), "--steps", "backward", "--print")
                        .exitCode())
                .isZero();
        assertThat(Files.size(folder.resolve("a.gif"))).isBetween(10_000L, 1_000_000L);
        assertThat(Call.of("export", "preset:m0-dot", at("b.svg"), "--steps", "2-3")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(folder.resolve("b-02.svg"))).contains("Step 3 of");
        Call training = Call.of("export", "preset:b3-mazur", at("c.svg"), "--training", "0-40", "--every", "20");
        assertThat(training.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("c-01.svg"))).contains("After 0 training steps · loss 0.2984");
        assertThat(Files.readString(folder.resolve("c-03.svg"))).contains("After 40 training steps · loss ");
        assertThat(folder.resolve("c-04.svg")).doesNotExist();
    }

    @Test
    void aFilmThatCannotBeIsRefusedInOneSentence() {
        assertThat(Call.of("export", "preset:m0-dot", at("a.gif"), "--steps", "3-99")
                        .err())
                .contains("Option --steps is 3-99: it should be all, forward, backward, or a part of 0-");
        assertThat(Call.of("export", "preset:m0-dot", at("a.gif"), "--training", "5-3")
                        .err())
                .contains("Option --training is 5-3: it should be a part of 0-100.");
        assertThat(Call.of("export", "preset:m0-dot", at("a.gif"), "--steps", "all", "--training", "0-3")
                        .errLines())
                .containsExactly("--steps and --training are two films: choose one.");
        assertThat(Call.of("export", "preset:m0-dot", at("a.gif"), "--step", "3")
                        .errLines())
                .containsExactly("--step is one moment, and this is a film of several: use --steps.");
        assertThat(Call.of("export", "preset:m0-dot", at("a.gif"), "--delay", "5")
                        .err())
                .contains("--delay is 5: it should be from 20 to 60000");
    }

    @Test
    void whatCannotBeWrittenIsSaidInOneSentence() {
        assertThat(Call.of("export", "preset:m0-dot", at("a.jpg")).errLines())
                .containsExactly("a.jpg cannot be written: its name should end in .png, .svg, .pdf, .gif or .json.");
        Call nowhere = Call.of("export", "preset:m0-dot", at("no/a.png"));
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.errLines()).hasSize(1);
        assertThat(nowhere.err()).contains("There is no folder");
        assertThat(Call.of("export", "preset:m0-dot", at("a.png"), "--scale", "9")
                        .errLines())
                .containsExactly("Option --scale is 9: it should be from 1 to 8.");
        assertThat(Call.of("export", "preset:m0-dot", at("a.png"), "--step", "99")
                        .err())
                .contains("--step is 99: it should be from 0 to");
    }
}
