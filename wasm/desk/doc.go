//go:build js

// Command desk is the engine of the editor, in a web worker: see package
// proxynet/web/desk for what it is asked. It is a program of its own, and draws
// with neither WebGL nor a canvas.
package main
