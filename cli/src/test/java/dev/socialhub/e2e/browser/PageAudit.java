package dev.socialhub.e2e.browser;

import java.util.List;

/** Accessibility flaws of a page's layout. */
public final class PageAudit {

    private static final String NAME =
            "(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40))";

    /** Elements that reach over the right edge, so that a reader must scroll sideways. */
    private static final String TOO_WIDE =
            """
            [...document.querySelectorAll('body, body *')]
              .filter(e => e.getBoundingClientRect().right > %d + .5)
              .map(%s)
            """;

    /** Texts whose contrast against their background is below 4.5 to 1 (WCAG 2.2, 1.4.3). */
    private static final String TOO_FAINT =
            """
            (() => {
              const parse = text => text.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b]
                .map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
              const ground = e => {
                for (let at = e; at; at = at.parentElement) {
                  const [r, g, b, alpha = 1] = parse(getComputedStyle(at).backgroundColor);
                  if (alpha === 1) return [r, g, b];
                }
                throw new Error('a page without a background');
              };
              const contrast = e => {
                const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))];
                return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
              };
              return [...document.querySelectorAll('body *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
                .filter(e => contrast(e) < 4.5)
                .map(e => contrast(e).toFixed(2) + ' ' + %s(e));
            })()
            """
                    .formatted(NAME);

    private PageAudit() {}

    /**
     * Elements that don't fit.
     *
     * @param width of the screen; a page without a viewport for small screens is laid out for a
     *     wider one
     */
    public static List<String> tooWide(Tab tab, int width) {
        return tab.texts(TOO_WIDE.formatted(width, NAME));
    }

    /** Texts that are hard to read. */
    public static List<String> tooFaint(Tab tab) {
        return tab.texts(TOO_FAINT);
    }
}
