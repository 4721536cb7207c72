// How an embed looks before its frame does. The sheet is made by script, since
// the host's policy may forbid styles in its page.

/** Pixels of the bars above and below the picture, as page.css has them in a frame. */
const BARS = [40, 56];

export const look = new CSSStyleSheet();
look.replaceSync(`
:host { display: block; position: relative; }
:host([hidden]) { display: none; }
.outer { container-type: inline-size; }
.box { position: relative; overflow: hidden; block-size: calc(${BARS[0] + BARS[1]}px + 160cqi); font: 1rem/1.5 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
@container (min-width: 560px) { .box { block-size: calc(${BARS[0] + BARS[1]}px + 75cqi); } }

/* Over content of the host, which stands for the picture and has its height. */
.outer.over { container-type: normal; position: absolute; inset: 0; pointer-events: none; }
.over .box { block-size: 100% !important; }
.over .box > * { pointer-events: auto; }
.over .picture { display: none; }

/* Stretched, the SVG keeps its shape by itself, and its paper fills the place. */
.picture { position: absolute; inset: ${BARS[0]}px 0 ${BARS[1]}px; inline-size: 100%; block-size: calc(100% - ${BARS[0] + BARS[1]}px); object-fit: fill; }
iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; visibility: hidden; }
.live iframe { visibility: visible; }
.live :is(.picture, .start) { visibility: hidden; }

.start { position: absolute; inset: 0; inline-size: 100%; padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
.over .start { inset-block-start: auto; block-size: ${BARS[1]}px; }
.start span, .whole { position: absolute; inset-block-end: 12px; inset-inline: 1rem; inline-size: fit-content; margin-inline: auto; padding: 3px 1rem; border: 1px solid; border-radius: 2px; background: Canvas; color: CanvasText; }
.start:focus-visible { outline: 2px solid; outline-offset: -2px; }
.whole { display: none; }
:is(.failed, .bare) .whole { display: block; }
.bare .picture { visibility: hidden; }
.bare .start span { inset-block-end: 50%; }
.failed .start { display: none; }

/* The bar of an embed that reads along has its height from the start. */
.reading { display: flex; align-items: center; gap: 0.5rem; block-size: 48px; padding-inline: 0.75rem; font: 0.875rem/1.25rem "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
.reading[hidden] { display: none; }
.reading.quiet > * { visibility: hidden; }
.reading [role=status] { flex: 1; }
.reading button { min-inline-size: 44px; min-block-size: 44px; padding: 0 0.5rem; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; text-decoration: underline; text-underline-offset: 0.2em; }
.reading .turn { font-size: 1.5rem; text-decoration: none; }
.reading button:disabled { visibility: hidden; }
.reading button:focus-visible { outline: 2px solid; outline-offset: -2px; }

@media print {
  .reading { display: none; }
  iframe, .start { display: none; }
  .live .picture { visibility: visible; }
}
`);
