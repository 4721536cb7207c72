// What a built page leaves out of its evidence.

/**
 * Completes the evidence of a built page: its entries, quotes and links leave out ids
 * that are in an attribute beside.
 * @param {Document} document
 */
export function complete(document) {
  for (const entry of document.querySelectorAll('.entry[id^="e-"]:not([data-id])')) {
    entry.setAttribute('data-id', entry.id.slice('e-'.length));
  }
  for (const link of document.querySelectorAll('a[href^="#e-"]:not([data-select])')) {
    link.setAttribute('data-select', link.getAttribute('href')?.slice('#e-'.length) ?? '');
  }
  for (const quote of document.querySelectorAll('.passage:not([data-passage])')) {
    const link = [...quote.querySelectorAll('footer > a[data-select]')].at(-1);
    quote.setAttribute('data-passage', link?.getAttribute('data-select') ?? '');
  }
}
