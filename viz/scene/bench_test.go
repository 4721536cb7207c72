package scene_test

import (
	"fmt"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// grid returns a scene of n nodes in a square grid, each related to its right and its
// lower neighbour.
func grid(b *testing.B, n int) *scene.Scene {
	b.Helper()
	side := 1
	for side*side < n {
		side++
	}
	d := &scene.LaidOutNetwork{Network: &network.Network{ID: "grid"}}
	for _, f := range scene.Formats {
		l := scene.Layout{Name: f.Name, Width: float64(side) * 100, Height: float64(side) * 60}
		for i := range n {
			l.Places = append(l.Places, scene.Place{
				ID: fmt.Sprint("n", i), X: float64(i%side)*100 + 50, Y: float64(i/side)*60 + 30, W: 70, H: 26,
				Lines: []string{fmt.Sprint("Node ", i)}, Size: 12,
			})
		}
		d.Layouts = append(d.Layouts, l)
	}
	for i := range n {
		d.Nodes = append(d.Nodes, network.Node{ID: fmt.Sprint("n", i), Kind: network.Group})
		for _, j := range []int{i + 1, i + side} {
			if j < n {
				d.Relations = append(d.Relations, network.Relation{ID: fmt.Sprint("r", i, "-", j), From: fmt.Sprint("n", i), To: fmt.Sprint("n", j), Kind: "arms", Directed: true})
			}
		}
	}
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func benchmark(b *testing.B, work func(*scene.Scene)) {
	for _, n := range []int{30, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := grid(b, n)
			b.ReportAllocs()
			for b.Loop() {
				work(s)
			}
		})
	}
}

func BenchmarkPicture(b *testing.B) {
	var p scene.Picture
	benchmark(b, func(s *scene.Scene) { s.Picture(&p) })
}

func BenchmarkHit(b *testing.B) {
	benchmark(b, func(s *scene.Scene) { s.Hit(201, 133, 5) })
}

func BenchmarkSelect(b *testing.B) {
	ids := []string{"n1", "n2"}
	i := 0
	benchmark(b, func(s *scene.Scene) {
		s.SetState(scene.State{Select: ids[i%2]})
		i++
	})
}
