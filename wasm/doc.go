//go:build js

// Command wasm is the viewer as the browser runs it: messages in, events out,
// and Ebiten's loop. web/viewer/viewer.js is the other side.
//
// If the page has set the global proxynetQuestions, the program answers questions
// instead; see package questions. Otherwise the page sets the global proxynetHost:
//
//	network   ReadableStreamDefaultReader of the file with the drawing
//	state     string: the page's state as JSON
//	language  string: the page's, for labels
//	font      string: CSS font-family of labels
//	theme     string: JSON object of paint → #rrggbb
//	still     boolean: no easing
//	area      the picture's area, like the arguments of setArea
//	dispatch(action: string)   an action as JSON
//	rest()                     nothing changes until the page wakes the loop
//	wake()                     something has changed meanwhile
//	start(viewer)              the program is ready; see viewer
//	fail(message: string)      the program can't start
//
// and gets back, through start, the object viewer with
//
//	setState(json) setArea(x, y, w, h, visible x, y, w, h) setTheme(json)
//	setStill(boolean) settle() setOver(boolean) positions() → json  frames() → number
//	panZoom(x, y, factor)
//	draft() → the input of wasm/layout, or null  setPlaces(Uint8Array)
package main
