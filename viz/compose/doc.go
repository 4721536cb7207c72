// Package compose lays out a network: it measures the labels, places the boxes, routes
// the lines and places words beside them. It runs when a site is built, and in the
// desk; the viewer shows the result.
package compose
