package layout_test

import (
	"fmt"
	"testing"

	"proxynet/viz/layout"
)

func BenchmarkTick(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := mustNew(b, scaleFree(n, 2), layout.Defaults())
			b.ReportAllocs()
			for b.Loop() {
				m.Tick()
			}
		})
	}
}

func BenchmarkUnfold(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := scaleFree(n, 2)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := layout.Unfold(g, 30); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSpread(b *testing.B) {
	g := scaleFree(1000, 2)
	b.ReportAllocs()
	for b.Loop() {
		s, err := layout.NewSpread(g, nil)
		if err != nil {
			b.Fatal(err)
		}
		for s.Done() < 1 {
			s.Step(1_000_000)
		}
		s.Places()
	}
}
