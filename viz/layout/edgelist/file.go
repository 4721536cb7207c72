package edgelist

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"proxynet/viz/layout"
)

// graphFile is a graph as JSON.
type graphFile struct {
	N     *int  `json:"n"`
	Edges edges `json:"edges"`
}

// edges are pairs of nodes. They are decoded one by one, so that the limit on their
// number holds before they are in memory.
type edges [][]int32

func (e *edges) UnmarshalJSON(data []byte) error {
	if n := bytes.Count(data, []byte("[")) - 1; n > mostEdges {
		return fmt.Errorf("it has more than %d edges; give a part of the graph", mostEdges)
	}
	return json.Unmarshal(data, (*[][]int32)(e))
}

// positionsFile is positions as JSON.
type positionsFile struct {
	Positions [][]float64 `json:"positions"`
}

// Limits for a graph, so that a layout takes seconds and a few hundred MB.
const (
	mostNodes = 250_000
	mostEdges = 1_000_000
)

// File is the content of a file, and its name for errors.
type File struct {
	Name string
	Data []byte
}

// ReadGraph returns the graph of a file. Its nodes are points.
func ReadGraph(file File) (layout.Graph, error) {
	var f graphFile
	if err := file.decode(&f); err != nil {
		return layout.Graph{}, err
	}
	path := file.Name
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
func ReadPositions(file File, n int) ([]layout.Point, error) {
	var f positionsFile
	if err := file.decode(&f); err != nil {
		return nil, err
	}
	path := file.Name
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

// decode decodes JSON; its errors name the file and the line.
func (f File) decode(into any) error {
	err := json.Unmarshal(f.Data, into)
	at := int64(-1)
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		at = syntax.Offset
	} else if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
		at = kind.Offset
	}
	if err == nil {
		return nil
	}
	const advice = `write a graph as {"n": 3, "edges": [[0, 1], [1, 2]]}, and positions as {"positions": [[0.5, 7]]}`
	if at < 0 {
		return fmt.Errorf("%s: %w; %s", f.Name, err, advice)
	}
	line := 1
	for _, b := range f.Data[:at] {
		if b == '\n' {
			line++
		}
	}
	return fmt.Errorf("%s:%d: %w; %s", f.Name, line, err, advice)
}
