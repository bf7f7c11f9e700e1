package multistage.page;

import io.jstach.jstache.JStache;

/**
 * A picture as a file of its own.
 *
 * @param picture what it shows
 */
@JStache(path = "picture.svg")
public record Svg(Picture picture) {

    /** The file's text. */
    public String render() {
        return SvgRenderer.of().execute(this);
    }
}
