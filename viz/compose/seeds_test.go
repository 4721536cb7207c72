package compose_test

import (
	"flag"
	"slices"
	"testing"

	"proxynet/network/file"
	"proxynet/viz/compose"
)

var (
	seeds = flag.Int("seeds", 0, "number of seeds to compare for the shipped network")
	first = flag.Int("first", 0, "first seed to compare")
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
