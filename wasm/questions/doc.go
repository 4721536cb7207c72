//go:build js

// Command questions answers, in the browser, what readers ask of a network. It
// is a program of its own, beside the viewer: it draws nothing itself, needs no
// WebGL, and is loaded when the first question is asked. web/ask/program.js is
// the other side.
//
// Both programs decode the network. WASM programs share no memory, so the viewer
// could only hand over what it would first encode again, and the page needs the
// answers too where the viewer can't run. One program for both would make every
// reader load the questions with the picture, and every reader without WebGL load the
// drawing. Both programs read the file as it arrives, and the second to ask for it has it
// from the browser's cache.
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
package main
