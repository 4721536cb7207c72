package edgelist

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"proxynet/viz/layout"
)

// graphFile is a graph as JSON.
type graphFile struct {
	N     *int      `json:"n"`
	Edges [][]int32 `json:"edges"`
}

// positionsFile is positions as JSON.
type positionsFile struct {
	Positions [][]float64 `json:"positions"`
}

// mostNodes is how many nodes a file may have; a larger number is a mistake.
const mostNodes = 10_000_000

// ReadGraph returns the graph of a file. Its nodes are points.
func ReadGraph(path string) (layout.Graph, error) {
	var f graphFile
	if err := read(path, &f); err != nil {
		return layout.Graph{}, err
	}
	if f.N == nil || *f.N < 0 || *f.N > mostNodes {
		return layout.Graph{}, fmt.Errorf("%s: “n” must be the number of nodes, from 0 to %d", path, mostNodes)
	}
	g := layout.Graph{Boxes: make([]layout.Box, *f.N), Edges: make([]layout.Edge, len(f.Edges))}
	for i, e := range f.Edges {
		if len(e) != 2 {
			return layout.Graph{}, fmt.Errorf("%s: edge %d has %d ends; give the two nodes that it joins", path, i, len(e))
		}
		g.Edges[i] = layout.Edge{From: e[0], To: e[1]}
	}
	if err := g.Validate(); err != nil {
		return layout.Graph{}, fmt.Errorf("%s: %w", path, err)
	}
	return g, nil
}

// ReadPositions returns the positions of a file, which must be those of n nodes.
func ReadPositions(path string, n int) ([]layout.Point, error) {
	var f positionsFile
	if err := read(path, &f); err != nil {
		return nil, err
	}
	if len(f.Positions) != n {
		return nil, fmt.Errorf("%s: %d positions for %d nodes; give one each", path, len(f.Positions), n)
	}
	places := make([]layout.Point, n)
	for i, p := range f.Positions {
		if len(p) != 2 {
			return nil, fmt.Errorf("%s: position %d has %d coordinates; give x and y", path, i, len(p))
		}
		if max(p[0], -p[0], p[1], -p[1]) > layout.Limit {
			return nil, fmt.Errorf("%s: position %d is (%g, %g); it must lie within ±%g", path, i, p[0], p[1], layout.Limit)
		}
		places[i] = layout.Point{X: p[0], Y: p[1]}
	}
	return places, nil
}

// encode returns positions as JSON, rounded to a thousandth.
func encode(places []layout.Point) []byte {
	data := []byte(`{"positions":[`)
	for i, p := range places {
		if i > 0 {
			data = append(data, ',')
		}
		data = fmt.Appendf(data, "[%.3f,%.3f]", p.X, p.Y)
	}
	return append(data, "]}\n"...)
}

// read decodes a file, and names it and the line of what is wrong.
func read(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	err = json.Unmarshal(data, into)
	at := int64(-1)
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		at = syntax.Offset
	} else if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
		at = kind.Offset
	}
	if at < 0 {
		return err
	}
	line := 1
	for _, b := range data[:at] {
		if b == '\n' {
			line++
		}
	}
	return fmt.Errorf("%s:%d: %w", path, line, err)
}
