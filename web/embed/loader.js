// Part of proxynet, MIT License; the text is in THIRD_PARTY_NOTICES.txt beside it.
//
// The file that article pages load: embed.js at the root of the site. It reserves the
// height of each <proxy-network> until the element is defined; size.js has the same
// heights. It loads the element's script; the build inserts its address.

const reserved = new CSSStyleSheet();
reserved.replaceSync(`
proxy-network:not(:defined) { display: block; container-type: inline-size; }
proxy-network:not(:defined):has(img, picture, svg) { container-type: normal; }
proxy-network:not(:defined):not(:has(img, picture, svg))::before { content: ""; display: block; block-size: calc(96px + min(166cqi, 650px)); }
@container (min-width: 820px) { proxy-network:not(:defined):not(:has(img, picture, svg))::before { block-size: calc(96px + 60cqi); } }
proxy-network[height]:not(:defined)::before { block-size: attr(height px) !important; }
proxy-network[article]:not(:defined):not(:has(img, picture, svg))::after { content: ""; display: block; block-size: 48px; }
proxy-network:not(:defined):not(:has(img, picture, svg)) > * { display: none; }
`);
document.adoptedStyleSheets.push(reserved);

import(new URL('element.js', import.meta.url).href).catch((why) => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== reserved); // no element will fill the space
  throw why;
});
