package chainrule.editor.inspector;

import chainrule.editor.action.Edits;
import chainrule.editor.action.NumberText;
import chainrule.editor.part.Column;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.Param;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** A tensor to edit: a field for a number, a grid for more, and the shape. */
final class TensorSetting implements SettingField {
    private static final Phrases WORDS = Phrases.of(TensorSetting.class);

    private final JPanel panel = new JPanel(new Column(4));
    private final JTextField number = new JTextField(8);
    private final JTextField shape = new JTextField(8);
    private final TensorGrid grid;
    private final Listener listener;
    private Tensor tensor = Tensor.scalar(0);
    private @Nullable Object gesture;
    private boolean showing;

    TensorSetting(Param<?> param, Listener listener) {
        this.listener = listener;
        this.grid = new TensorGrid(param.name(), this::edited, listener::refused);
        panel.setOpaque(false);
        SettingField.name(number, param);
        number.setFont(Section.formulaFont());
        number.setHorizontalAlignment(JTextField.TRAILING);
        Edits.onEntering(number, () -> gesture = new Object());
        Edits.onTyping(number, this::numberTyped);
        number.addActionListener(event -> gesture = new Object());
        Edits.onPaste(number, this::pasted);
        shape.setName("setting." + param.name() + ".shape");
        shape.getAccessibleContext().setAccessibleName(WORDS.text("tensor.shape.name", param.name()));
        shape.setFont(Section.formulaFont());
        shape.setToolTipText(WORDS.text("tensor.shape.hint"));
        shape.putClientProperty("JTextField.placeholderText", WORDS.text("tensor.scalar"));
        shape.addActionListener(event -> reshape());
        Edits.onLeaving(shape, this::reshape);
        JPanel line = new JPanel(new BorderLayout(UIScale.scale(6), 0));
        line.setOpaque(false);
        line.add(Section.quiet(WORDS.text("tensor.shape")), BorderLayout.WEST);
        line.add(shape, BorderLayout.CENTER);
        panel.add(number);
        panel.add(grid);
        panel.add(line);
        display(tensor);
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void mark(boolean wrong) {
        number.putClientProperty("JComponent.outline", wrong ? "error" : null);
    }

    @Override
    public void show(Literal literal) {
        if (literal instanceof Literal.Numbers numbers) {
            display(numbers.value());
        } else if (literal instanceof Literal.Number single) {
            display(Tensor.scalar(single.value()));
        }
    }

    private void display(Tensor value) {
        tensor = value;
        boolean scalar = value.shape().isScalar();
        number.setVisible(scalar);
        grid.setVisible(!scalar);
        shape.setText(ShapeText.write(value.shape()));
        if (scalar) {
            OptionalDouble typed = NumberText.read(number.getText());
            if (typed.isEmpty() || typed.getAsDouble() != value.item()) {
                showing = true;
                number.setText(NumberText.write(value.item()));
                showing = false;
            }
        } else {
            grid.show(value);
        }
        panel.revalidate();
    }

    private void numberTyped() {
        if (showing) {
            return;
        }
        OptionalDouble value = NumberText.read(number.getText());
        if (value.isPresent()) {
            tensor = Tensor.scalar(value.getAsDouble());
            listener.changed(new Literal.Number(value.getAsDouble()), gesture);
        } else if (number.getText().isBlank()) {
            listener.refused(WORDS.text("setting.empty"));
        } else {
            listener.refused(WORDS.text("setting.noNumber", number.getText()));
        }
    }

    /** Takes a block of numbers that was pasted over a single one; answers whether it was one. */
    private boolean pasted(String text) {
        try {
            Tensor block = SpreadsheetText.read(text);
            if (block.size() > 1) {
                edited(block.shape().dim(0) == 1 ? ShapeText.reshaped(block, Shape.of(block.size())) : block);
                return true;
            }
        } catch (SpreadsheetText.Refused refused) {
            return false;
        }
        return false;
    }

    private void reshape() {
        Optional<Shape> to = ShapeText.read(shape.getText());
        shape.putClientProperty("JComponent.outline", to.isEmpty() ? "error" : null);
        if (to.isEmpty()) {
            listener.refused(WORDS.text("tensor.shape.odd", shape.getText()));
        } else if (!to.get().equals(tensor.shape())) {
            edited(ShapeText.reshaped(tensor, to.get()));
        }
    }

    private void edited(Tensor changed) {
        boolean sameShape = changed.shape().equals(tensor.shape());
        tensor = changed;
        if (!sameShape) {
            display(changed);
        }
        listener.changed(
                changed.shape().isScalar() ? new Literal.Number(changed.item()) : new Literal.Numbers(changed), null);
    }
}
