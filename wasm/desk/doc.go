//go:build js

// Command desk runs the engine of package proxynet/web/desk in a web worker.
package main
