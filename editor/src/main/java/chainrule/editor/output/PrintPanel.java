package chainrule.editor.output;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.picture.Pages;
import java.awt.print.PageFormat;
import java.util.Locale;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** How a picture lies on paper, with the sheets that this makes. */
final class PrintPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient GraphPicture picture;
    private final JRadioButton fitted = new JRadioButton("Fit on one sheet", true);
    private final JRadioButton tiled = new JRadioButton("Size in percent");
    private final JSpinner percent = new JSpinner(new SpinnerNumberModel(100, 10, 400, 10));
    private final JRadioButton upright = new JRadioButton("Portrait");
    private final JRadioButton lying = new JRadioButton("Landscape");
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
        percent.getAccessibleContext().setAccessibleName("Size in percent");
        percent.addChangeListener(event -> {
            tiled.setSelected(true);
            follow();
        });
        JButton paper = new JButton("Paper …");
        paper.setName("print.paper");
        paper.addActionListener(click -> {
            if (printer.isThere()) {
                sheet = printer.ask(sheet);
                follow();
            } else {
                count.setText("<html>" + Printing.NO_PRINTER);
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
                        ? String.format(Locale.ROOT, "1 sheet, at %.0f %%", pages.scale() / Pages.NATURAL * 100)
                        : String.format(Locale.ROOT, "%d sheets: %d × %d", number, pages.columns(), pages.rows()));
        sheets.show(pages);
    }
}
