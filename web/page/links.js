// Links between entries of the evidence.

/**
 * Completes the links of a page that is one file: they leave out the id that their
 * address has.
 * @param {Document} document
 */
export function completeLinks(document) {
  for (const link of document.querySelectorAll('a[href^="#e-"]:not([data-select])')) {
    link.setAttribute('data-select', link.getAttribute('href')?.slice('#e-'.length) ?? '');
  }
}
