// Package convert converts a graph to a network, and a network to a graph.
package convert
