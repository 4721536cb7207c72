package scene_test

import (
	"bytes"
	"runtime"
	"testing"

	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/web/test/bench/scalefree"
)

// TestReadTakesLittleMemory makes the picture of a large network as the viewer does, which
// collects no garbage before the first picture: everything allocated counts.
func TestReadTakesLittleMemory(t *testing.T) {
	const (
		nodes = 20_000
		most  = 1500 // bytes for a node with two relations; of them the network has 680
	)
	d, err := compose.Draft(scalefree.New(scalefree.Settings{Nodes: nodes, Links: 2}))
	if err != nil {
		t.Fatal(err)
	}
	file, err := scene.EncodeColumns(d)
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read, err := scene.Read(bytes.NewReader(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := scene.New(read.In("en"), "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	area := scene.Rect{W: 900, H: 700}
	s.SetArea(area, area)
	s.Prepare(func() {})
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / nodes; each > most {
		t.Errorf("%d bytes are allocated for a node with its relations; want at most %d", each, most)
	} else {
		t.Logf("%d bytes for a node with its relations", each)
	}
}
