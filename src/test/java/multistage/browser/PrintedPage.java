package multistage.browser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A page on paper. */
public final class PrintedPage {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int RGB = 0xffffff;
    private static final float DOTS_PER_INCH = 96;

    private final String text;
    private final List<BufferedImage> sheets;

    PrintedPage(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document);
            sheets = drawn(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BufferedImage> drawn(PDDocument document) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        List<BufferedImage> sheets = new ArrayList<>();
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            sheets.add(renderer.renderImageWithDPI(i, DOTS_PER_INCH));
        }
        return sheets;
    }

    /** How many sheets of paper it takes. */
    public int sheets() {
        return sheets.size();
    }

    /** All words on it. */
    public String text() {
        return text;
    }

    /** How many dots of its sheets have this colour, {@code 0x1a7f37}. */
    public long dots(int colour) {
        return sheets.stream()
                .flatMapToInt(sheet -> IntStream.of(
                        sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth())))
                .filter(dot -> (dot & RGB) == colour)
                .count();
    }

    /** Leaves a picture of each sheet in {@code target/screenshots/}. */
    public void photograph(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            for (int i = 0; i < sheets.size(); i++) {
                ImageIO.write(
                        sheets.get(i),
                        "png",
                        SCREENSHOTS.resolve(name + "-" + (i + 1) + ".png").toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
