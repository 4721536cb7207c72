// Package desk is the engine of the network editor in the browser, in which a claim
// can only be made from words selected in the article. The engine parses the
// author's YAML, reports its contents and findings, and turns acts of the author into
// edits of the YAML. Its state is only a cache: the page owns the text, and can start
// another engine from it at any time.
//
// # Protocol
//
// The engine runs in a worker. The page sends it messages:
//
//	{id, op, args, language}  →  {id, result}, {id, error: "text"} or {id, fatal: "text"}
//
// language is the page's, in which texts for the author are answered.
// An error means that the request failed and nothing changed. After “fatal” the
// worker must be replaced. The worker posts {ready: true} once it accepts messages.
//
// Offsets are UTF-16 code units. Paragraphs are the lines of the article that aren't
// blank, counted from 1. Ops, their args and results:
//
//	open        Opening → View        replaces the engine's state
//	text        {revision, text, files?, have?} → View  files: translations, if an act changed
//	            them; have: revision of the page's view. If it is the last that was sent, fields
//	            that stay the same are left out, and “since” is that revision.
//	select      Selection → Selected
//	act         {act} → Acted         edits, which the page applies before it sends “text”
//	picture     PictureOrder → Picture    needs no “open” if the order has a text
//	article     {name, bytes} → Intake
//	start       Start → {text}
//	arrange     Arrangement → Arranged    needs no “open”
//	shown       {} → Shown                needs no “open”
//	publish     {as, shown?, arranged?} → {name, bytes}  as is “preview”, “html” or “zip”
//	proposals   {bytes} → {drafts}
//	review, sign, note                see [Services]
//	compare     {before} → {added, changed, removed}
//
// [Act] lists the acts.
//
// # Publishing
//
// The page that is one file is byte-identical to that of “build --single-file”, and the
// zip to the folder of “build --precompress=false”, but for figure.png, the picture for
// feeds that take no SVG: its fonts and their shaping would add 2.4 MB to the engine's
// 2.2 MB (gzip), and a canvas draws other bytes in each browser. Compressed copies are
// left out because Brotli at its best takes minutes for the viewer in WebAssembly, and
// hosts compress by themselves. proxynet.sha256 lists what the zip holds, so a later
// “build” into its folder replaces these files, and adds the picture and the copies.
package desk
