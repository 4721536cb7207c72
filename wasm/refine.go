//go:build js

package main

import (
	"encoding/binary"
	"math"
	"syscall/js"

	"proxynet/viz/layout"
	"proxynet/viz/scene"
)

// draft returns the input of wasm/layout for a draft, and
// null for a network that is not a draft.
func (v viewer) draft() any {
	var g layout.Graph
	var start []layout.Point
	var ok bool
	v.game.Change(func(s *scene.Scene) {
		if p := s.Points(); p != nil {
			g, start, ok = p.Refinement()
		}
	})
	if !ok {
		return nil
	}
	ends, places := make([]byte, 0, 8*len(g.Edges)), make([]byte, 0, 16*len(start))
	for _, e := range g.Edges {
		ends = binary.LittleEndian.AppendUint32(ends, uint32(e.From))
		ends = binary.LittleEndian.AppendUint32(ends, uint32(e.To))
	}
	for _, p := range start {
		places = appendNumber(appendNumber(places, p.X), p.Y)
	}
	draft := map[string]any{"nodes": len(g.Boxes), "ends": array(ends), "start": array(places), "ranks": nil}
	if g.Rank != nil {
		ranks := make([]byte, 0, 8*len(g.Rank))
		for _, r := range g.Rank {
			ranks = appendNumber(ranks, r)
		}
		draft["ranks"] = array(ranks)
	}
	return draft
}

// setPlaces moves all nodes to the places in a Uint8Array over a Float64Array, x
// and y in turn.
func (v viewer) setPlaces(args []js.Value) any {
	r, length := v.refined, args[0].Length()
	if len(r.data) != length { // the first time; garbage of large networks takes long to collect
		r.data, r.places = make([]byte, length), make([]layout.Point, length/16)
	}
	js.CopyBytesToGo(r.data, args[0])
	number := func(at int) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(r.data[at:])) }
	for i := range r.places {
		r.places[i] = layout.Point{X: number(16 * i), Y: number(16*i + 8)}
	}
	v.game.Change(func(s *scene.Scene) { s.Points().SetPlaces(r.places) })
	return nil
}

// refined is memory for the places of setPlaces.
type refined struct {
	data   []byte
	places []layout.Point
}

func appendNumber(data []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint64(data, math.Float64bits(v))
}

// array returns data as a Uint8Array.
func array(data []byte) js.Value {
	a := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(a, data)
	return a
}
