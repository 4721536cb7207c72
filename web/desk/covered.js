// If an on-screen keyboard covers the page instead of making it smaller (Safari on
// iOS), this module keeps the desk in the visible part.

/** The least pixels that a keyboard covers; a browser's own bars are lower. */
const LEAST = 120;

/** Keeps the desk above the keyboard from now on. */
export function keepUncovered() {
  const seen = visualViewport;
  seen?.addEventListener('resize', () => {
    const root = document.documentElement;
    const { style } = root;
    const covered = innerHeight - seen.height;
    const all = seen.scale > 1.05 || covered < LEAST; // the page is enlarged, or all of it is visible
    root.toggleAttribute('data-covered', !all);
    if (all) {
      style.removeProperty('--seen');
      style.removeProperty('--covered');
      return;
    }
    style.setProperty('--seen', `${seen.height}px`);
    style.setProperty('--covered', `${covered}px`);
    scrollTo(0, 0); // the browser has moved the page up
    document.activeElement?.scrollIntoView({ block: 'nearest' });
  });
}
