// Package compose makes the drawing of a network: it measures the labels, finds
// a placement of the boxes, routes the lines and writes words beside them. It
// runs when a site is built; what it finds is in the drawing that the viewer
// shows.
package compose
