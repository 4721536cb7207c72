package layout

import "math/rand/v2"

// Drift makes random changes to a picture of g, and returns its cost as summed
// up change by change and as worked out anew.
func Drift(g Graph, f Frame, s Settings, changes int) (got, want float64) {
	d := begin(g, f, s)[0]
	got = d.total()
	rng := rand.New(rand.NewPCG(1, 2))
	for range changes {
		got += d.try(rng, 100, 100)
	}
	return got, d.total()
}
