import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/** Tags NAME.txt of a folder, written on the day in NAME.day, into NAME.tml: one machine for all. */
public class HeidelTime {
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, arguments[1], POSTagger.TREETAGGER, false);
        List<Path> days;
        try (var found = Files.list(folder)) {
            days = found.filter(path -> path.toString().endsWith(".day")).sorted().toList();
        }
        long began = System.nanoTime();
        for (Path day : days) {
            String stem = day.toString().substring(0, day.toString().length() - 4);
            LocalDate written = LocalDate.parse(Files.readString(day).strip());
            Date date = Date.from(written.atStartOfDay(ZoneId.systemDefault()).toInstant());
            Files.writeString(Path.of(stem + ".tml"), tagger.process(Files.readString(Path.of(stem + ".txt")), date));
        }
        System.out.println("seconds " + (System.nanoTime() - began) / 1e9);
    }
}
