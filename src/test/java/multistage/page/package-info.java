/**
 * A document of headings, words, tables, a picture and commands, and how it is written down: HTML, Markdown, SVG.
 * Knows nothing of facts or claims; imports the template engine, JStachio, and nothing of the project.
 */
@JStacheConfig(pathing = @JStachePath(prefix = "multistage/page/", suffix = ".mustache"))
package multistage.page;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
