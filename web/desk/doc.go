// Package desk is the engine of the editor in the browser: a network is made by
// marking its article, and a claim only from the article's own words. The engine
// reads the author's text, says what is in it and what it still lacks, and turns
// what the author does into edits of the text. It holds no truth of its own: the
// page owns the text, and may start another engine with it at any time.
//
// # Protocol
//
// The page talks to the engine, in a worker, by messages:
//
//	{id, op, args}  →  {id, result}, {id, fault: "text"} or {id, fatal: "text"}
//
// A fault is about the request: nothing has changed. After “fatal” the engine can't
// be used any more. The worker posts {ready: true} when it can be asked.
//
// Offsets are UTF-16 code units, as JavaScript counts them. Paragraphs count from 1: a
// paragraph is a line of the article that isn't blank. Ops and their args:
//
//	open        Opening → View        replaces all state
//	text        {revision, text} → View
//	select      Selection → Selected
//	act         {act} → Acted         edits that the page applies and sends as “text”
//	picture     PictureOrder → Picture
//	article     {name, bytes} → Intake
//	start       Start → {text}
//	publish     {as} → {name, bytes}  as is “preview”, “html” or “zip”
//	proposals   {bytes} → {drafts}
//	review, sign, note                see package review
//	compare     {before} → {added, changed, removed}
//
// An act is an object with “do”: see [Act] for all of them.
package desk
