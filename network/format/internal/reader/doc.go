// Package reader reads files within limits, as lines, JSON or XML, and collects their
// content in a graph.
package reader
