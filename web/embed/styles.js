// The style sheets of the embed. They are constructed by script, since the host's
// policy may forbid inline styles.

import { BARS, READING_BAR, WIDE, heightRule } from './size.js';

export const styles = new CSSStyleSheet();
styles.replaceSync(`
:host { display: block; position: relative; }
:host([hidden]) { display: none; }
.outer { container-type: inline-size; }
.box { position: relative; overflow: hidden; block-size: ${heightRule('tall')}; font: 1rem/1.5 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
@container (min-width: ${WIDE.width}px) { .box { block-size: ${heightRule('wide')}; } }

/* Over fallback content of the host: the picture and the legend. The picture has the height of an embed without such content
   until the legend has loaded, and then what that leaves, up to its most. The script sets both heights: Chromium prints
   nothing of a page in which this is a size container. */
.outer.over { container-type: normal; position: absolute; inset: 0; display: flex; flex-direction: column; pointer-events: none; }
.over .box { flex: 0 1 auto; min-block-size: 0; block-size: var(--height); }
.over.measured .box { flex-grow: 1; max-block-size: var(--most); }
.over:not(.measured) .start span { visibility: hidden; }
.legend { display: none; }
.over .legend { display: block; flex: 0 1 auto; min-block-size: 0; max-inline-size: 100%; object-fit: contain; object-position: top; align-self: center; }
.over :is(.box > *, .reading) { pointer-events: auto; }

/* The SVG keeps its aspect ratio when stretched, and its background fills the box. */
.picture { position: absolute; inset: ${BARS.top}px 0 ${BARS.bottom}px; inline-size: 100%; block-size: calc(100% - ${BARS.top + BARS.bottom}px); object-fit: fill; }
iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; visibility: hidden; }
.live iframe { visibility: visible; }
.live :is(.picture, .start) { visibility: hidden; }

.start { position: absolute; inset: 0; inline-size: 100%; padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
.over .bare .start { inset-block-start: auto; block-size: ${BARS.bottom}px; }
.start span, .whole { position: absolute; inset-block-end: 12px; inset-inline: 1rem; inline-size: fit-content; margin-inline: auto; padding: 3px 1rem; border: 1px solid; border-radius: 2px; background: Canvas; color: CanvasText; }
.start:focus-visible { outline: 2px solid; outline-offset: -2px; }
.whole { display: none; }
:is(.failed, .bare) .whole { display: block; }
.bare .picture { visibility: hidden; }
.bare .start span { inset-block-end: 50%; }
.over .bare .start span { inset-block-end: 12px; }
.failed .start { display: none; }

/* The bar of an embed with linked passages reserves its height from the start. */
.reading { display: flex; align-items: center; gap: 0.5rem; block-size: ${READING_BAR}px; padding-inline: 0.75rem; font: 0.875rem/1.25rem "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
.reading[hidden] { display: none; }
.reading.quiet > * { visibility: hidden; }
.reading [role=status] { flex: 1; }
.reading button { min-inline-size: 44px; min-block-size: 44px; padding: 0 0.5rem; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; text-decoration: underline; text-underline-offset: 0.2em; }
.reading .turn { font-size: 1.5rem; text-decoration: none; }
.reading button:disabled { visibility: hidden; }
.reading button:focus-visible { outline: 2px solid; outline-offset: -2px; }

/* In print: the picture, the address of the network, its claims and passages. */
.claims { display: none; }
@media print {
  :host { overflow: visible; }
  slot { display: none !important; }
  .reading, iframe, .start { display: none; }
  .outer.over { position: static; display: block; container-type: inline-size; }
  .box { block-size: auto !important; aspect-ratio: auto !important; overflow: visible; }
  .picture { display: block; position: static; block-size: auto; visibility: visible !important; color-scheme: light !important; break-inside: avoid; }
  .legend { color-scheme: light !important; break-inside: avoid; }
  .whole { display: block; position: static; margin: 0.5rem 0 0; padding: 0; border: 0; color: inherit; background: none; font-size: 0.75rem; }
  .whole::after { content: ": " attr(href); }
  .claims { display: block; margin-block-start: 1rem; font: 0.6875rem/1.35 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
  .claims :is(h2, h3, p, ul, ol) { margin: 0; padding: 0; font-size: inherit; }
  .claims :is(h2, h3) { margin-block: 0.75rem 0.25rem; break-after: avoid; }
  .claims :is(ul, ol) { columns: 2; column-gap: 1.5rem; }
  .claims ul { list-style: none; }
  .claims ol { list-style-position: inside; }
  .claims li { break-inside: avoid; margin-block-end: 0.25rem; }
  .claims q { quotes: none; font-family: Georgia, "Times New Roman", serif; }
  .claims small { font-size: inherit; color: #595959; }
}
`);

/** For an embed over fallback content: clips content that is too wide, which would make the page scroll sideways. */
export const clipped = new CSSStyleSheet();
clipped.replaceSync(':host { overflow: clip; }');
