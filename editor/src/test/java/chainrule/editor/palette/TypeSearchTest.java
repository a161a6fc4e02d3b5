package chainrule.editor.palette;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import java.util.List;
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
