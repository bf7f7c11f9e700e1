package multistage.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a profile of its own, which is gone with it. */
public final class Chromium implements AutoCloseable {
    private static final int BLOCKED = 2;

    /** Warns of every Chromium newer than Selenium, which matters to those who use Selenium's own copy of its protocol. */
    private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final Path profile;
    private final ChromeDriver driver;

    private Chromium(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /**
     * Starts one.
     *
     * @param scripts whether pages may run scripts
     * @throws IllegalStateException when there is none to be started; says what to do
     */
    public static Chromium start(boolean scripts) {
        PROTOCOL.setLevel(Level.SEVERE);
        Path profile = newFolder();
        try {
            return new Chromium(profile, new ChromeDriver(service(), options(profile, scripts)));
        } catch (WebDriverException e) {
            remove(profile);
            throw new IllegalStateException(
                    "no Chromium could be started: run docker/with-engine mvn verify, which brings one,"
                            + " or apt-get install chromium chromium-driver. " + e.getRawMessage(),
                    e);
        }
    }

    /** Opens a file as a page, as wide as a desk's screen and in light colours. */
    public ShownPage open(Path file) {
        driver.get(file.toAbsolutePath().toUri().toString());
        ShownPage page = new ShownPage(driver);
        page.isInLight();
        page.isOnADesk();
        return page;
    }

    @Override
    public void close() {
        driver.quit();
        remove(profile);
    }

    /** Where there is no driver on the PATH, Selenium looks for one that fits. */
    private static ChromeDriverService service() {
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        Installed.first("chromedriver").map(Path::toFile).ifPresent(service::usingDriverExecutable);
        return service.build();
    }

    /** The browser is the one that CHROME_BIN names, where there may be several and the driver is made for one of them. */
    private static ChromeOptions options(Path profile, boolean scripts) {
        ChromeOptions options = new ChromeOptions();
        Optional.ofNullable(System.getenv("CHROME_BIN"))
                .map(Path::of)
                .or(() -> Installed.first("chromium", "chromium-browser", "google-chrome"))
                .map(Path::toFile)
                .ifPresent(options::setBinary);
        options.addArguments(
                "--headless=new",
                "--user-data-dir=" + profile,
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars");
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox");
        }
        if (!scripts) {
            options.setExperimentalOption(
                    "prefs", Map.of("profile.managed_default_content_settings.javascript", BLOCKED));
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("multistage-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
