// Package web has the page around the graph: markup, styles and scripts.
//
// Its words:
//
//   - page: index.html, which holds the picture and the whole evidence before
//     any script runs.
//   - picture: the area of the graph, first an SVG, then the live graph.
//   - evidence: every node, relation, event, speaker and passage as HTML.
//   - entry: one of these, an <article class="entry"> of its own.
//   - panel: the evidence as scripts show it: one entry at a time, search, legend;
//     beside the picture, or on a phone in a sheet over its lower part.
//   - poster: the picture's SVG in the page, before and instead of the live graph.
//     CSS classes have its name, and so does the style sheet from viz/svg.
//   - link: a way to an entry. It works without scripts, as a fragment; with
//     them it selects.
//   - frame: an iframe of another page with this page in it, which is then
//     compact and leaves wheel and swipes to that page.
//   - embed: the element that loads a frame in an article: <proxy-network>, in
//     embed/element.js. It shows a picture until the graph is live.
//   - token: the name of a part that the legend hides and shows, such as "relation.arms".
//
// The templates are the only markup, and shorten.go leaves out what HTML makes optional.
// Scripts copy entries from the evidence and read their text there, so nothing is sent
// twice. Data for other pages is in files beside the page, such as the claims that an
// article prints.
package web
