package chainrule.editor.inspector;

import chainrule.editor.action.NumberText;
import chainrule.language.Phrases;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** Types a number into a cell; what is no number stays there, marked. */
final class NumberCellEditor extends DefaultCellEditor {
    private static final Phrases WORDS = Phrases.of(NumberCellEditor.class);
    private static final long serialVersionUID = 1;

    private final JTextField field;
    private final transient Consumer<String> refused;
    private transient @Nullable Double value;

    NumberCellEditor(Consumer<String> refused) {
        super(new JTextField());
        this.refused = refused;
        this.field = (JTextField) getComponent();
        field.setFont(Section.formulaFont());
        field.setHorizontalAlignment(JTextField.TRAILING);
        field.setName("cell");
        setClickCountToStart(2);
    }

    @Override
    public Component getTableCellEditorComponent(JTable table, Object number, boolean isSelected, int row, int column) {
        field.putClientProperty(FlatClientProperties.OUTLINE, null);
        super.getTableCellEditorComponent(table, number, isSelected, row, column);
        field.setText(number instanceof Double d ? NumberText.write(d) : "");
        field.selectAll();
        return field;
    }

    @Override
    public boolean stopCellEditing() {
        OptionalDouble typed = NumberText.read(field.getText());
        if (typed.isEmpty() || Double.isNaN(typed.getAsDouble())) {
            field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            refused.accept(WORDS.text("cell.noNumber", field.getText()));
            return false;
        }
        value = typed.getAsDouble();
        return super.stopCellEditing();
    }

    @Override
    public @Nullable Object getCellEditorValue() {
        return value;
    }
}
