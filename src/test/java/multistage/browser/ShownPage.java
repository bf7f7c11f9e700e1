package multistage.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A page as somebody sees it: what is hidden is not on it. */
public final class ShownPage {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int DESK = 1280;
    private static final int HEIGHT = 900;

    private final ChromeDriver driver;

    ShownPage(ChromeDriver driver) {
        this.driver = driver;
    }

    /** What its tab is called. */
    public String title() {
        return driver.getTitle();
    }

    /** What the browser complained about since it was last asked. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** The addresses of all that it loaded beside itself, or tried to. */
    public List<String> requests() {
        return strings("return performance.getEntriesByType('resource').map(entry => entry.name)");
    }

    /** How many elements of this kind it has, hidden ones too: {@code script}. */
    public int count(String kind) {
        return driver.findElements(By.tagName(kind)).size();
    }

    /** The kinds of elements that it has, each once. */
    public List<String> kinds() {
        return strings(
                "return [...new Set([...document.querySelectorAll('*')].map(element => element.localName))].sort()");
    }

    // ---- The languages

    /** The codes of the languages of which something is shown. */
    public List<String> languages() {
        return driver.findElements(By.tagName("article")).stream()
                .filter(WebElement::isDisplayed)
                .map(article -> article.getDomAttribute("lang"))
                .toList();
    }

    /** Clicks a language's name. */
    public void choose(String language) {
        driver.findElement(By.cssSelector("label[lang=" + language + "]")).click();
    }

    /** Presses keys, one after the other, where the keyboard is. */
    public void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            driver.switchTo().activeElement().sendKeys(key);
        }
    }

    // ---- Its parts

    /** The cells of the rows of the table whose caption this is. */
    @SuppressWarnings("unchecked") // a script's lists are lists
    public List<List<String>> rows(String caption) {
        return (List<List<String>>) driver.executeScript("""
                const tables = [...document.querySelectorAll('table')].filter(table => table.checkVisibility())
                    .filter(table => table.caption.textContent === arguments[0]);
                return tables.flatMap(table => [...table.tBodies[0].rows])
                    .map(row => [...row.cells].map(cell => cell.textContent));
                """, caption);
    }

    /** The paragraphs under a question. */
    public List<String> answer(String question) {
        return strings("""
                const answer = [];
                [...document.querySelectorAll('h3')].filter(heading => heading.checkVisibility())
                    .filter(heading => heading.textContent === arguments[0])
                    .forEach(heading => {
                        let next = heading.nextElementSibling;
                        for (; next && next.tagName !== 'H3'; next = next.nextElementSibling) {
                            if (next.tagName === 'P') answer.push(next.textContent);
                        }
                    });
                return answer;
                """, question);
    }

    /** The lines of all lists, signs and all. */
    public List<String> verdicts() {
        return strings("""
                return [...document.querySelectorAll('li')].filter(line => line.checkVisibility())
                    .map(line => line.textContent);
                """);
    }

    // ---- How it is looked at

    /** Looks at it as somebody does who prefers light colours. */
    public void isInLight() {
        prefers("light");
    }

    /** Looks at it as somebody does who prefers dark colours. */
    public void isInTheDark() {
        prefers("dark");
    }

    private void prefers(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Looks at it through a window as wide as a computer's, 1280 pixels. */
    public void isOnADesk() {
        isAsWideAs(DESK, false);
    }

    /**
     * Looks at it through a window of this width.
     *
     * @param width in pixels
     * @param mobile whether as a telephone does, which makes a page that is wider small
     */
    public void isAsWideAs(int width, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", mobile));
    }

    /** The colour behind everything. */
    public String background() {
        return driver.findElement(By.tagName("html")).getCssValue("background-color");
    }

    /** How wide a window it takes to see all of it, in pixels. */
    public long neededWidth() {
        return (Long) driver.executeScript("return document.documentElement.scrollWidth");
    }

    /** What keeps somebody from reading or using it. */
    public List<String> barriers() {
        return new Axe(driver).violations();
    }

    /** Those of them that come of its colours. */
    public List<String> barriersOfColour() {
        return new Axe(driver).violations("color-contrast", "link-in-text-block");
    }

    // ---- What is left of it

    /** Leaves a picture of all of it in {@code target/screenshots/}. */
    public void photograph(String name) {
        save(name, Map.of("captureBeyondViewport", true, "optimizeForSpeed", true));
    }

    /** Leaves a picture of what a window shows of it before anybody scrolls in {@code target/screenshots/}; gives its file. */
    public Path photographTop(String name) {
        return save(name, Map.of());
    }

    private Path save(String name, Map<String, Object> how) {
        Map<String, Object> picture = driver.executeCdpCommand("Page.captureScreenshot", how);
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.write(SCREENSHOTS.resolve(name + ".png"), data(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints it as a browser does that nobody has told otherwise: without backgrounds, but for those that the page insists on. */
    public PrintedPage print() {
        return new PrintedPage(data(driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))));
    }

    private static byte[] data(Map<String, Object> answer) {
        return Base64.getDecoder().decode((String) answer.get("data"));
    }

    @SuppressWarnings("unchecked") // a script's lists are lists
    private List<String> strings(String script, Object... arguments) {
        return (List<String>) driver.executeScript(script, arguments);
    }
}
