import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.WriterReportImpl;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Asks epubcheck about many files in one process: a line each, with what is wrong first. */
public class EpubJudge {
    public static void main(String[] files) {
        PrintWriter nothing = new PrintWriter(new StringWriter());
        System.setErr(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
        for (String file : files) {
            StringWriter said = new StringWriter();
            String verdict;
            try {
                WriterReportImpl report = new WriterReportImpl(new PrintWriter(said));
                new EpubCheck(new File(file), report).doValidate();
                int wrong = report.getErrorCount() + report.getFatalErrorCount() + report.getWarningCount();
                verdict = wrong == 0 ? "" : said.toString().lines().filter(l -> l.matches("(?s).*(ERROR|WARNING|FATAL).*")).findFirst().orElse("wrong");
            } catch (Exception | StackOverflowError e) {
                verdict = "fails: " + e;
            }
            System.out.println(file + "\t" + verdict.replaceAll("\\s+", " "));
        }
        System.exit(0);
    }
}
