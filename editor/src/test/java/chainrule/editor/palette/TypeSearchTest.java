package chainrule.editor.palette;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.language.Language;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TypeSearchTest {
    private final Catalog catalog = StandardCatalog.create();
    private final TypeSearch search = new TypeSearch(catalog);

    @Test
    void nothingAskedIsThePaletteInItsOrder() {
        assertThat(search.find("  ")).containsExactlyElementsOf(catalog.types());
    }

    @Test
    void wordsMayComeInAnyOrder() {
        assertThat(ids("product matrix").get(0)).isEqualTo("matmul");
        assertThat(ids("matrix product").get(0)).isEqualTo("matmul");
    }

    @Test
    void aSynonymFindsTheType() {
        assertThat(ids("gemm")).contains("matmul");
        assertThat(ids("weight")).contains("param");
    }

    @Test
    void theNamesOfOtherLibrariesFindTheirLayer() {
        assertThat(ids("fc").get(0)).isEqualTo("dense");
        assertThat(ids("connected fully").subList(0, 2)).contains("dense");
        assertThat(ids("linear").subList(0, 3)).containsAnyOf("dense", "linear");
        assertThat(ids("layer dense").get(0)).isEqualTo("dense");
    }

    @Test
    void everyTypeSaysInOneLineWhatItDoes() {
        assertThat(catalog.types()).allSatisfy(type -> assertThat(type.help().summary())
                .as(type.id())
                .isNotBlank()
                .doesNotContain("\n"));
    }

    @Test
    void inGermanTheWordsOfBothLanguagesFindAType() {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Language.GERMAN.speak();
            assertThat(ids("faltung").get(0)).isEqualTo("conv2d");
            assertThat(ids("verlust")).contains("mse", "cross_entropy", "classifier_head");
            assertThat(ids("convolution")).contains("conv2d", "conv_block");
            assertThat(ids("matrix product").get(0)).isEqualTo("matmul");
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
        assertThat(ids("kreuzentropie")).isEmpty();
    }

    @Test
    void theIdAndItsBeginningComeFirst() {
        assertThat(ids("tanh").get(0)).isEqualTo("tanh");
        assertThat(ids("MATM").get(0)).isEqualTo("matmul");
    }

    @Test
    void lettersInOrderAreEnough() {
        assertThat(ids("mtmul")).contains("matmul");
    }

    @Test
    void aShelfNarrowsTheSearch() {
        assertThat(search.find("activations"))
                .isNotEmpty()
                .allMatch(t -> t.category().title().equals("Activations"));
    }

    @Test
    void everyWordHasToBeFound() {
        assertThat(search.find("tanh xyzzy")).isEmpty();
    }

    private List<String> ids(String query) {
        return search.find(query).stream().map(NodeType::id).toList();
    }
}
