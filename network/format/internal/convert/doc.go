// Package convert makes a network of a graph, and a graph of a network.
package convert
