//go:build js

package main

import (
	"encoding/binary"
	"math"
	"syscall/js"

	"proxynet/viz/layout"
)

func main() {
	host := js.Global().Get("proxynetLayout")
	s, err := layout.NewSpread(graph(host), points(numbers(host.Get("start"))))
	if err != nil {
		host.Call("fail", err.Error())
		return
	}
	host.Call("ready", map[string]any{
		"step": js.FuncOf(func(_ js.Value, args []js.Value) any {
			s.Step(args[0].Int())
			return s.Done()
		}),
		"places": js.FuncOf(func(_ js.Value, args []js.Value) any {
			var data []byte
			for _, p := range s.Places() {
				data = binary.LittleEndian.AppendUint64(data, math.Float64bits(p.X))
				data = binary.LittleEndian.AppendUint64(data, math.Float64bits(p.Y))
			}
			return js.CopyBytesToJS(args[0], data)
		}),
	})
	select {} // the page calls back
}

// graph returns the graph that the host gives.
func graph(host js.Value) layout.Graph {
	ends := bytes(host.Get("ends"))
	g := layout.Graph{Boxes: make([]layout.Box, host.Get("nodes").Int()), Edges: make([]layout.Edge, len(ends)/8)}
	node := func(at int) int32 { return int32(binary.LittleEndian.Uint32(ends[at:])) }
	for i := range g.Edges {
		g.Edges[i] = layout.Edge{From: node(8 * i), To: node(8*i + 4)}
	}
	if ranks := host.Get("ranks"); !ranks.IsNull() {
		g.Rank = numbers(ranks)
	}
	return g
}

func points(coordinates []float64) []layout.Point {
	all := make([]layout.Point, len(coordinates)/2)
	for i := range all {
		all[i] = layout.Point{X: coordinates[2*i], Y: coordinates[2*i+1]}
	}
	return all
}

// numbers returns the content of a Uint8Array over a Float64Array.
func numbers(array js.Value) []float64 {
	data := bytes(array)
	all := make([]float64, len(data)/8)
	for i := range all {
		all[i] = math.Float64frombits(binary.LittleEndian.Uint64(data[8*i:]))
	}
	return all
}

// bytes returns a copy of a Uint8Array.
func bytes(array js.Value) []byte {
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}
