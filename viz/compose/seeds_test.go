package compose_test

import (
	"flag"
	"fmt"
	"slices"
	"testing"

	"proxynet/network/file"
	"proxynet/viz/compose"
)

var (
	seeds = flag.Int("seeds", 0, "number of seeds to compare for the shipped network")
	first = flag.Int("first", 0, "first seed to compare, or of the generated networks")
	more  = flag.Int("more", 0, "number of other generated networks to check, of 10 to 60 nodes")
)

// TestSeeds logs measures of the shipped network's picture for each seed, to choose one
// with few crossings for [compose.Formats].
func TestSeeds(t *testing.T) {
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	formats := compose.Formats
	defer func() { compose.Formats = formats }()
	for seed := *first; seed < *first+*seeds; seed++ {
		compose.Formats = slices.Clone(formats)
		for i := range compose.Formats {
			compose.Formats[i].Seed = uint64(seed)
		}
		for name, m := range measured(t, n) {
			t.Logf("%s, seed %d: %g wide, %d crossings, %d of them with the lead, %d problems", name, seed, m.Width, m.Crossings, m.LeadCrossings, len(m.Problems))
		}
	}
}

// TestMoreGeneratedNetworks checks generated networks with other seeds than
// TestComposeGeneratedNetworks has.
func TestMoreGeneratedNetworks(t *testing.T) {
	for k := range *more {
		n, seed := 10+50*k/max(*more-1, 1), uint64(*first+k)
		t.Run(fmt.Sprintf("%d, seed %d", n, seed), func(t *testing.T) {
			t.Parallel()
			for name, m := range measured(t, generated(n, seed)) {
				t.Logf("%s: %g × %g, %d lines, %d crossings", name, m.Width, m.Height, m.Lines, m.Crossings)
				readable(t, name, m)
			}
		})
	}
}
