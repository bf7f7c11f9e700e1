/**
 * A page in a real browser, headless Chromium: opened, read, clicked, judged, photographed and printed. Knows nothing of the answers;
 * imports Selenium, axe and PDFBox, and nothing of the project.
 */
package multistage.browser;
