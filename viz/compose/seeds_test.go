package compose_test

import (
	"flag"
	"testing"

	"proxynet/network/file"
	"proxynet/viz/compose"
	"proxynet/viz/metrics"
	"proxynet/viz/poster"
	"proxynet/web"
)

var (
	seeds = flag.Int("seeds", 0, "how many seeds to compare for the shipped network, in each format")
	first = flag.Int("first", 0, "the first of them")
)

// TestSeeds lists what the shipped network's picture is like with each of some
// seeds, so that one with few crossings can be chosen for [compose.Formats].
func TestSeeds(t *testing.T) {
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	formats := compose.Formats
	defer func() { compose.Formats = formats }()
	for seed := *first; seed < *first+*seeds; seed++ {
		compose.Formats = append([]compose.Format(nil), formats...)
		for i := range compose.Formats {
			compose.Formats[i].Seed = uint64(seed)
		}
		d, err := compose.Compose(n, web.PictureLanguages()...)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range d.Layouts {
			svg, err := poster.SVG(d, l.Name)
			if err != nil {
				t.Fatal(err)
			}
			p, err := metrics.Read([]byte(svg))
			if err != nil {
				t.Fatal(err)
			}
			m := metrics.Measure(p, metrics.Options{})
			t.Logf("%s, seed %d: %g wide, %d crossings, %d of them with the lead, %d faults", l.Name, seed, l.Width, m.Crossings, m.LeadCrossings, m.Behind+m.Close+m.Overlaps)
		}
	}
}
