package scene_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"proxynet/viz/scene"
)

// clock returns the time in milliseconds.
var clock = func() float64 { return float64(time.Now().UnixNano()) / 1e6 }

// BenchmarkDrag measures a frame, without painting, while a box of the shipped network
// is dragged back and forth: the viewer's work on the main thread. It also reports the
// median and the 95th percentile of the frames.
func BenchmarkDrag(b *testing.B) {
	d := shipped(b)
	for _, id := range []string{"qaani", "axis", "quds-force", "us"} {
		b.Run(id, func(b *testing.B) {
			s, err := scene.New(d, "wide", scene.Defaults())
			if err != nil {
				b.Fatal(err)
			}
			var g scene.Gestures
			var p scene.Picture
			at, now := s.Positions()[id], 0.0
			frame := func(x, y float64) {
				now += 1.0 / 60
				g.Feed(s, scene.Input{Now: now, X: x, Y: y, Over: true, Pressed: true})
				s.Advance(1.0 / 60)
				s.Picture(&p)
			}
			frame(at.X, at.Y)
			var took []float64
			b.ReportAllocs()
			for i := 1.0; b.Loop(); i++ {
				begun := clock()
				frame(at.X+50*math.Sin(i/14), at.Y+35*math.Sin(i/9))
				took = append(took, clock()-begun)
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2], "ms-median")
			b.ReportMetric(took[len(took)*95/100], "ms-p95")
		})
	}
}
