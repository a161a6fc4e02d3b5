package chainrule.editor.output;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.part.WholeNumberSpinner;
import chainrule.editor.picture.Pages;
import chainrule.language.Phrases;
import java.awt.print.PageFormat;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JSpinner;
import net.miginfocom.swing.MigLayout;

/** How a picture lies on paper, with the sheets that this makes. */
final class PrintPanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(PrintPanel.class);
    private static final long serialVersionUID = 1;

    private final transient GraphPicture picture;
    private final JRadioButton fitted = new JRadioButton(WORDS.text("print.fitted.name"), true);
    private final JRadioButton tiled = new JRadioButton(WORDS.text("print.percent.name"));
    private final JSpinner percent = new WholeNumberSpinner(100, 10, 400, 10);
    private final JRadioButton upright = new JRadioButton(WORDS.text("print.upright.name"));
    private final JRadioButton lying = new JRadioButton(WORDS.text("print.lying.name"));
    private final JLabel count = new JLabel();
    private final Sheets sheets;
    private transient PageFormat sheet;

    PrintPanel(GraphPicture picture, Printer printer) {
        super(new MigLayout("insets 0, fill", "[]16[grow,fill]", "[grow,fill]"));
        this.picture = picture;
        this.sheet = printer.sheet();
        boolean wide = picture.width() > picture.height();
        upright.setSelected(!wide);
        lying.setSelected(wide);
        this.sheets = new Sheets(pages());
        setName("print");
        add(choices(printer), "top");
        add(sheets, "grow");
        follow();
    }

    /** The pages as they are chosen now. */
    Pages pages() {
        PageFormat lie = (PageFormat) sheet.clone();
        lie.setOrientation(lying.isSelected() ? PageFormat.LANDSCAPE : PageFormat.PORTRAIT);
        double share = (Integer) percent.getValue() / 100.0;
        return fitted.isSelected() ? Pages.fitted(picture, lie) : new Pages(picture, lie, Pages.NATURAL * share);
    }

    private JPanel choices(Printer printer) {
        JPanel panel = new JPanel(new MigLayout("insets 0, wrap 2", "[][]"));
        group(fitted, tiled);
        group(upright, lying);
        fitted.setName("print.fitted");
        tiled.setName("print.tiled");
        percent.setName("print.percent");
        upright.setName("print.upright");
        lying.setName("print.lying");
        count.setName("print.count");
        percent.getAccessibleContext().setAccessibleName(WORDS.text("print.percent.name"));
        percent.addChangeListener(event -> {
            tiled.setSelected(true);
            follow();
        });
        JButton paper = new JButton(WORDS.text("print.paper.name"));
        paper.setName("print.paper");
        paper.addActionListener(click -> {
            if (printer.isThere()) {
                sheet = printer.ask(sheet);
                follow();
            } else {
                count.setText("<html>" + WORDS.text("print.noPrinter"));
            }
        });
        panel.add(fitted, "span 2");
        panel.add(tiled);
        panel.add(percent);
        panel.add(upright, "span 2, gaptop 10");
        panel.add(lying, "span 2");
        panel.add(paper, "span 2, gaptop 10");
        panel.add(count, "span 2, gaptop 10");
        return panel;
    }

    private void group(JRadioButton first, JRadioButton second) {
        ButtonGroup group = new ButtonGroup();
        group.add(first);
        group.add(second);
        first.addActionListener(event -> follow());
        second.addActionListener(event -> follow());
    }

    private void follow() {
        Pages pages = pages();
        int number = pages.getNumberOfPages();
        count.setText(
                number == 1
                        ? WORDS.text("print.one", pages.scale() / Pages.NATURAL * 100)
                        : WORDS.text("print.many", number, pages.columns(), pages.rows()));
        sheets.show(pages);
    }
}
