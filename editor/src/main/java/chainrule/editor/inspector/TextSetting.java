package chainrule.editor.inspector;

import chainrule.editor.action.Edits;
import chainrule.editor.action.NumberText;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.Param;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** A number, or a list of whole numbers, as text. What is no number stays in the field until it is one. */
final class TextSetting implements SettingField {
    private static final Phrases WORDS = Phrases.of(TextSetting.class);

    private final JTextField field = new JTextField(8);
    private final Param<?> param;
    private final boolean list;
    private final Listener listener;
    private @Nullable Object gesture;
    private boolean showing;

    TextSetting(Param<?> param, Listener listener, boolean list) {
        this.param = param;
        this.list = list;
        this.listener = listener;
        SettingField.name(field, param);
        field.setFont(Section.formulaFont());
        field.setHorizontalAlignment(list ? JTextField.LEADING : JTextField.TRAILING);
        if (list) {
            field.putClientProperty("JTextField.placeholderText", WORDS.text("setting.none"));
        }
        Edits.onEntering(field, () -> gesture = new Object());
        Edits.onTyping(field, this::typed);
        field.addActionListener(event -> gesture = new Object());
        Edits.onKey(field, "UP", () -> nudge(1));
        Edits.onKey(field, "DOWN", () -> nudge(-1));
    }

    @Override
    public JComponent component() {
        return field;
    }

    @Override
    public void show(Literal literal) {
        boolean same = read(field.getText()).equals(literal);
        if (!same) {
            showing = true;
            field.setText(write(literal));
            showing = false;
        }
    }

    private void typed() {
        if (showing) {
            return;
        }
        Literal literal = read(field.getText());
        if (literal instanceof Literal.Odd odd) {
            listener.refused(odd.why());
        } else {
            listener.changed(literal, gesture);
        }
    }

    private void nudge(int direction) {
        OptionalDouble value = NumberText.read(field.getText());
        if (!list && value.isPresent()) {
            double step = param.kind() == Param.Kind.INTEGER ? 1 : step(value.getAsDouble());
            double raw = value.getAsDouble() + direction * step;
            field.setText(NumberText.write(Math.round(raw / step) * step));
        }
    }

    /** A tenth of the number's own size, as a power of ten. */
    private static double step(double value) {
        return value == 0 ? 0.1 : Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 1);
    }

    private Literal read(String text) {
        if (!list) {
            OptionalDouble value = NumberText.read(text);
            return value.isPresent()
                    ? new Literal.Number(value.getAsDouble())
                    : odd(text, text.isBlank() ? "setting.empty" : "setting.noNumber");
        }
        List<String> parts = Arrays.stream(
                        text.replaceAll("[\\[\\](),;×]", " ").strip().split("\\s+", 0))
                .filter(p -> !p.isEmpty())
                .toList();
        double[] values = new double[parts.size()];
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = NumberText.read(parts.get(i));
            if (value.isEmpty()) {
                return odd(parts.get(i), "setting.noList");
            }
            values[i] = value.getAsDouble();
        }
        return values.length == 0 ? new Literal.Nothing() : new Literal.Numbers(Tensor.vector(values));
    }

    private static Literal odd(String text, String key) {
        return new Literal.Odd(text, WORDS.text(key, text));
    }

    private static String write(Literal literal) {
        if (literal instanceof Literal.Number number) {
            return NumberText.write(number.value());
        } else if (literal instanceof Literal.Numbers numbers) {
            return Arrays.stream(numbers.value().toArray())
                    .mapToObj(NumberText::write)
                    .collect(Collectors.joining(", "));
        } else if (literal instanceof Literal.Text text) {
            return text.value();
        } else if (literal instanceof Literal.Flag flag) {
            return Boolean.toString(flag.value());
        } else if (literal instanceof Literal.Words words) {
            return String.join(", ", words.value());
        }
        return literal instanceof Literal.Odd odd ? odd.json() : "";
    }
}
