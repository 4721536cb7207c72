// The ids that the HTML of entries leaves out.

/**
 * Adds the attributes data-id of entries, data-select of links to entries of the same
 * page, and data-passage of quotes. The HTML leaves them out, since each repeats an id
 * that is beside it.
 * @param {Document} document
 */
export function complete(document) {
  for (const entry of document.querySelectorAll('.entry[id^="e-"]')) {
    entry.setAttribute('data-id', entry.id.slice('e-'.length));
  }
  for (const link of document.querySelectorAll('a[href^="#e-"]:not([data-select])')) {
    link.setAttribute('data-select', link.getAttribute('href')?.slice('#e-'.length) ?? '');
  }
  for (const quote of document.querySelectorAll('.passage')) {
    const link = [...quote.querySelectorAll('footer > a[data-select]')].at(-1);
    quote.setAttribute('data-passage', link?.getAttribute('data-select') ?? '');
  }
}
