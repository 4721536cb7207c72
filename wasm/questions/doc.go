//go:build js

// Package questions answers readers' questions about a network in the browser.
// web/ask/program.js is the other side.
//
// The viewer's program contains it, and the page runs a second instance of that program
// to get answers: instances share no memory, and answers are needed where the viewer
// can't run or isn't loaded. As two programs they took 2.65 MB (Brotli 11: viewer 1.57,
// questions 1.08); as one they take 1.66 MB (27 November 2026), and a page in one file
// contains it once.
//
// Before it starts the program, the page sets the global proxynetQuestions:
//
//	network   ReadableStreamDefaultReader of the file with the drawing
//	language  string: the page's, for labels
//	start(ask)             the program is ready
//	fail(message: string)  it can't start
//
// and asks with ask(question: string) → answer: string, both JSON, as package
// proxynet/network/question has them. It also answers two other requests. For
// pages that can't show the live graph:
//
//	{"ask": "picture", "layout": "wide", "state": {…}}  →  {"svg": "<svg …"}
//
// the picture as the viewer would draw it in that state, without hover or zoom. And for
// readers who save it as they see it:
//
//	{"ask": "sheet", "layout": "wide", "state": {…}, "width": 800, "height": 600,
//	"credit": "…"}  →  {"svg": "<svg …"}
//
// the same, or the part of it that the state's view shows in an area of so many
// CSS pixels, with a line beneath that says where it is from.
package questions
