//go:build js

// Package questions answers, in the browser, what readers ask of a network.
// web/ask/program.js is the other side.
//
// It is in the same program as the viewer, of which the page runs another instance for
// it, without the graph: WASM programs share no memory, and the page needs answers
// where the viewer can't run, or has not been loaded. Two programs would be 2.65 MB
// (Brotli 11) for those who use both, the viewer 1.57 and the questions 1.08; one is
// 1.66 MB (27 November 2026), and a page that is one file has it once.
//
// Before it starts the program, the page sets the global proxynetQuestions:
//
//	network   ReadableStreamDefaultReader of the file with the drawing
//	language  string: the page's, for labels
//	start(ask)             the program is ready
//	fail(message: string)  it can't start
//
// and asks with ask(question: string) → answer: string, both JSON, as package
// proxynet/network/question has them. Two questions more are answered here. For
// pages that can't show the live graph:
//
//	{"ask": "picture", "layout": "wide", "state": {…}}  →  {"svg": "<svg …"}
//
// the picture as the viewer would draw it in that state, neither pointed at nor
// zoomed. And for readers who save it as they see it:
//
//	{"ask": "sheet", "layout": "wide", "state": {…}, "width": 800, "height": 600, "credit": "…"}  →  {"svg": "<svg …"}
//
// the same, or the part of it that the state's view shows in an area of so many
// CSS pixels, with a line beneath that says where it is from.
package questions
