package layout_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"proxynet/viz/layout"
)

// scaleFree returns a graph of Barabási and Albert: each node links to m earlier ones,
// preferring those with many links. Boxes have no size.
func scaleFree(n, m int) layout.Graph {
	rng := rand.New(rand.NewPCG(7, uint64(n)))
	g := layout.Graph{Boxes: make([]layout.Box, n)}
	ends := []int32{0}
	for i := 1; i < n; i++ {
		for range min(m, i) {
			e := layout.Edge{From: int32(i), To: ends[rng.IntN(len(ends))]}
			g.Edges = append(g.Edges, e)
			ends = append(ends, e.To)
		}
		ends = append(ends, int32(i))
	}
	return g
}

func mustNew(t testing.TB, g layout.Graph, s layout.Settings) *layout.Simulation {
	t.Helper()
	m, err := layout.New(g, s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// settle ticks m until it has settled, and fails the test after most ticks.
func settle(t testing.TB, m *layout.Simulation, most int) {
	t.Helper()
	for range most {
		if m.Settled() {
			return
		}
		m.Tick()
	}
	if !m.Settled() {
		t.Fatalf("not settled after %d ticks: alpha is %g", most, m.Alpha())
	}
}

func distance(p, q layout.Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

func TestSimulationIsReproducible(t *testing.T) {
	g := scaleFree(200, 2)
	for i := range g.Boxes {
		g.Boxes[i] = layout.Box{W: 20, H: 10}
	}
	a, b := mustNew(t, g, layout.Defaults()), mustNew(t, g, layout.Defaults())
	a.Move(3, layout.Point{})
	b.Move(3, layout.Point{})
	a.Move(4, layout.Point{}) // on top of each other: the jiggle is seeded as well
	b.Move(4, layout.Point{})
	settle(t, a, 301)
	settle(t, b, 301)
	if !slices.Equal(a.Positions(), b.Positions()) {
		t.Error("two runs differ")
	}
}

func TestLinkedNodesEndClose(t *testing.T) {
	g := layout.Graph{Boxes: make([]layout.Box, 40)}
	for i := int32(1); i < 40; i++ { // a binary tree
		g.Edges = append(g.Edges, layout.Edge{From: (i - 1) / 2, To: i})
	}
	m := mustNew(t, g, layout.Defaults())
	settle(t, m, 301)
	var all float64
	for i, p := range m.Positions() {
		for _, q := range m.Positions()[:i] {
			all += distance(p, q) / (40 * 39 / 2)
		}
	}
	if linked := layout.MeanLength(g, m.Positions()); linked > all/4 {
		t.Errorf("linked nodes are %.0f apart on average, all nodes %.0f; want at most a quarter", linked, all)
	}
	if s := layout.Stress(g, m.Positions()); s > 0.1 {
		t.Errorf("stress is %.3f; want at most 0.1", s)
	}
}

func TestPictureIsCentred(t *testing.T) {
	m := mustNew(t, scaleFree(50, 1), layout.Defaults())
	settle(t, m, 301)
	var mean layout.Point
	for _, p := range m.Positions() {
		mean.X += p.X / 50
		mean.Y += p.Y / 50
	}
	if distance(mean, layout.Point{}) > 1e-6 {
		t.Errorf("the mean is %v; want the origin", mean)
	}
}

func TestRankOrdersHeights(t *testing.T) {
	g := layout.Graph{Boxes: make([]layout.Box, 7), Rank: make([]float64, 7)}
	for i := int32(1); i < 7; i++ {
		g.Edges = append(g.Edges, layout.Edge{From: (i - 1) / 2, To: i})
	}
	for i, r := range []float64{-60, 0, 0, 60, 60, math.NaN(), 60} {
		g.Rank[i] = r
	}
	m := mustNew(t, g, layout.Defaults())
	settle(t, m, 301)
	for _, e := range g.Edges {
		if a, b := m.Position(int(e.From)).Y, m.Position(int(e.To)).Y; e.To != 5 && a+20 > b {
			t.Errorf("node %d at y %.0f isn't above node %d at %.0f", e.From, a, e.To, b)
		}
	}
}

func TestPinnedBodyStays(t *testing.T) {
	m := mustNew(t, scaleFree(30, 2), layout.Defaults())
	at := layout.Point{X: 400, Y: -300}
	m.Pin(5, at)
	before := slices.Clone(m.Positions())
	for range 50 {
		m.Tick()
		if m.Position(5) != at {
			t.Fatalf("the pinned body is at %v; want %v", m.Position(5), at)
		}
	}
	if slices.Equal(before[:5], m.Positions()[:5]) {
		t.Error("nothing else moved")
	}
	m.Unpin(5)
	m.Reheat(0.3)
	settle(t, m, 301)
	if distance(m.Position(5), at) < 100 {
		t.Errorf("unpinned, it is still at %v", m.Position(5))
	}
}

func TestReheat(t *testing.T) {
	m := mustNew(t, scaleFree(10, 1), layout.Defaults())
	settle(t, m, 301)
	m.Reheat(0.3)
	if m.Settled() || m.Alpha() != 0.3 {
		t.Errorf("alpha is %g after Reheat(0.3)", m.Alpha())
	}
	m.Reheat(0.1)
	if m.Alpha() != 0.3 {
		t.Errorf("Reheat cools to %g", m.Alpha())
	}
}

// TestUnpinReturnsHome drags a node of a settled layout far away and releases it: its
// neighbours follow, other nodes hardly move, and all return to their places.
func TestUnpinReturnsHome(t *testing.T) {
	g := layout.Graph{
		Boxes: slices.Repeat([]layout.Box{{W: 60, H: 20}}, 5),
		Edges: []layout.Edge{{From: 0, To: 1}, {From: 1, To: 2}, {From: 3, To: 4}},
		Home:  []layout.Point{{X: 100, Y: 100}, {X: 250, Y: 100}, {X: 250, Y: 220}, {X: 400, Y: 400}, {X: 500, Y: 400}},
	}
	m := mustNew(t, g, layout.Defaults())
	for range 100 {
		m.Tick()
	}
	for i, home := range g.Home {
		if distance(m.Position(i), home) > 1e-6 {
			t.Errorf("undisturbed, node %d moved from %v to %v", i, home, m.Position(i))
		}
	}
	m.Pin(0, layout.Point{X: 100, Y: -200})
	for range 60 {
		m.Reheat(0.3)
		m.Tick()
	}
	if d := distance(m.Position(1), g.Home[1]); d < 15 {
		t.Errorf("the neighbour moved by %.1f; want more than 15", d)
	}
	if d := distance(m.Position(4), g.Home[4]); d > 5 {
		t.Errorf("a stranger moved by %.1f; want less than 5", d)
	}
	m.Unpin(0)
	settle(t, m, 301)
	for i, home := range g.Home {
		if d := distance(m.Position(i), home); d > 1 {
			t.Errorf("node %d ended %.2f from home", i, d)
		}
	}
}

func TestMoveIgnoresNaN(t *testing.T) {
	m := mustNew(t, scaleFree(3, 1), layout.Defaults())
	before := m.Position(1)
	m.Move(1, layout.Point{X: math.NaN(), Y: 1})
	if m.Position(1) != before {
		t.Errorf("moved to %v", m.Position(1))
	}
}

func TestSimulationOfFewNodes(t *testing.T) {
	for _, n := range []int{0, 1} {
		m := mustNew(t, scaleFree(n, 1), layout.Defaults())
		settle(t, m, 301)
		if got := len(m.Positions()); got != n {
			t.Errorf("%d positions; want %d", got, n)
		}
	}
}

func TestTickAllocatesNothing(t *testing.T) {
	g := scaleFree(500, 2)
	g.Rank, g.Home = make([]float64, 500), make([]layout.Point, 500)
	for i := range g.Boxes {
		g.Boxes[i] = layout.Box{W: 30, H: 12}
	}
	m := mustNew(t, g, layout.Defaults())
	if got := testing.AllocsPerRun(20, m.Tick); got != 0 {
		t.Errorf("%g allocations a tick; want none", got)
	}
}
