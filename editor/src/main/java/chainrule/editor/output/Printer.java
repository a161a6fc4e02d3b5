package chainrule.editor.output;

import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Paper;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.util.Locale;
import java.util.Set;

/** Puts pages on paper. */
interface Printer {
    /** The sheet that is used where no other is chosen. */
    default PageFormat sheet() {
        boolean letter = Set.of("US", "CA", "MX").contains(Locale.getDefault().getCountry());
        double width = letter ? 612 : 595.3;
        double height = letter ? 792 : 841.9;
        double margin = 34;
        Paper paper = new Paper();
        paper.setSize(width, height);
        paper.setImageableArea(margin, margin, width - 2 * margin, height - 2 * margin);
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        return format;
    }

    /** Whether this machine can print at all. */
    boolean isThere();

    /** Asks for another sheet. */
    PageFormat ask(PageFormat sheet);

    /** Asks for a printer and uses it. */
    void print(Pageable pages, String title) throws PrinterException;

    /** The printers of the system. */
    static Printer ofSystem() {
        return new Printer() {
            @Override
            public boolean isThere() {
                return PrinterJob.lookupPrintServices().length > 0;
            }

            @Override
            public PageFormat ask(PageFormat sheet) {
                return PrinterJob.getPrinterJob().pageDialog(sheet);
            }

            @Override
            public void print(Pageable pages, String title) throws PrinterException {
                PrinterJob job = PrinterJob.getPrinterJob();
                job.setJobName(title);
                job.setPageable(pages);
                if (job.printDialog()) {
                    job.print();
                }
            }
        };
    }
}
