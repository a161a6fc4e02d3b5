package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import org.junit.jupiter.api.Test;

class PresetCatalogTest {
    private final PresetCatalog presets = new PresetCatalog(StandardCatalog.create());

    @Test
    void presetsAreFoundByIdAndByTopic() {
        Preset dot = presets.find("m0-dot").orElseThrow();

        assertThat(dot.topic()).isZero();
        assertThat(dot.core()).isTrue();
        assertThat(dot.title()).isEqualTo("Dot product: a weighted score");
        assertThat(presets.topic(0)).contains(dot).allMatch(p -> p.topic() == 0);
        assertThat(presets.all()).containsSubsequence(presets.topic(3));
        assertThat(presets.find("no-such-preset")).isEmpty();
    }

    @Test
    void aFileIsReadOnce() {
        Preset dot = presets.find("m0-dot").orElseThrow();

        assertThat(dot.file()).isSameAs(dot.file());
        assertThat(dot.file().title()).isEqualTo(dot.title());
    }
}
