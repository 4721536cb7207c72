// Package reader reads files within limits, as lines, JSON or XML, and collects what
// they hold in a graph.
package reader
