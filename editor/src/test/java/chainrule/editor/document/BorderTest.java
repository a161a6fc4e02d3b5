package chainrule.editor.document;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.language.Language;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands for the inputs and outputs of an opened block is read in the language of the moment. */
class BorderTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    void inputsAndOutputsOfABlockSpeakGerman() {
        Language.ENGLISH.speak();
        assertThat(Border.INPUT.label()).isEqualTo("Block input");
        Language.GERMAN.speak();
        assertThat(Border.INPUT.label()).isEqualTo("Blockeingang");
        assertThat(Border.input(Shape.of(2)).help().summary()).startsWith("Ist, was den geöffneten Block");
        assertThat(Border.OUTPUT.label()).isEqualTo("Blockausgang");
        for (NodeType type : List.of(Border.INPUT, Border.OUTPUT)) {
            assertThat(type.help().limits()).isEqualTo("Ihn gibt es nur in einem eigenen Block.");
        }
    }
}
