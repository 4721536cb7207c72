//go:build js

package main

import (
	"encoding/binary"
	"math"
	"syscall/js"

	"proxynet/viz/layout"
)

func main() {
	js.Global().Set("newLayout", js.FuncOf(func(_ js.Value, args []js.Value) any {
		m, err := newLayout(graph(args[0], args[1]), args[2])
		if err != nil {
			return js.Global().Get("Error").New(err.Error())
		}
		return object(m)
	}))
	js.Global().Set("judge", js.FuncOf(func(_ js.Value, args []js.Value) any {
		g, at := graph(args[0], args[1]), places(args[2])
		q := layout.Judge(g, at)
		return map[string]any{"stress": q.Stress, "crossings": q.Crossings, "neighbourhood": q.Neighbourhood, "overlaps": q.Overlaps}
	}))
	select {} // the page calls back
}

// newLayout returns a simulation of g that begins at the places of start.
func newLayout(g layout.Graph, start js.Value) (*layout.Simulation, error) {
	if start.IsNull() {
		return layout.NewUnfolded(g, layout.Defaults())
	}
	m, err := layout.New(g, layout.Defaults())
	if err != nil {
		return nil, err
	}
	for i, p := range places(start) {
		m.Move(i, p)
	}
	return m, nil
}

// object returns m as the page sees it.
func object(m *layout.Simulation) js.Value {
	tick := js.FuncOf(func(_ js.Value, args []js.Value) any {
		for range args[0].Int() {
			m.Tick()
		}
		return nil
	})
	settle := js.FuncOf(func(js.Value, []js.Value) any {
		for !m.Settled() {
			m.Tick()
		}
		return nil
	})
	fill := js.FuncOf(func(_ js.Value, args []js.Value) any {
		var data []byte
		for _, p := range m.Positions() {
			data = binary.LittleEndian.AppendUint64(data, math.Float64bits(p.X))
			data = binary.LittleEndian.AppendUint64(data, math.Float64bits(p.Y))
		}
		return js.CopyBytesToJS(args[0], data)
	})
	return js.ValueOf(map[string]any{"tick": tick, "settle": settle, "places": fill})
}

func graph(nodes, ends js.Value) layout.Graph {
	data := bytes(ends)
	g := layout.Graph{Boxes: make([]layout.Box, nodes.Int()), Edges: make([]layout.Edge, len(data)/8)}
	node := func(at int) int32 { return int32(binary.LittleEndian.Uint32(data[at:])) }
	for i := range g.Edges {
		g.Edges[i] = layout.Edge{From: node(8 * i), To: node(8*i + 4)}
	}
	return g
}

func places(array js.Value) []layout.Point {
	data := bytes(array)
	all := make([]layout.Point, len(data)/16)
	number := func(at int) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(data[at:])) }
	for i := range all {
		all[i] = layout.Point{X: number(16 * i), Y: number(16*i + 8)}
	}
	return all
}

// bytes returns a copy of a Uint8Array.
func bytes(array js.Value) []byte {
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}
