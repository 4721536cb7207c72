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

func BenchmarkArrange(b *testing.B) {
	for _, f := range formats {
		b.Run(f.name, func(b *testing.B) {
			g := command(f)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := layout.Arrange(g, f.frame, layout.Defaults()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
