package layout

import (
	"math"
	"math/rand/v2"
)

// anneal improves p by small random changes, at first even if they raise the
// cost by up to threshold, and less and less so: threshold accepting (Dueck and
// Scheuer 1990), which, unlike simulated annealing, needs no exponential and so
// decides alike on every processor. It leaves the best picture met.
func (p *picture) anneal(rng *rand.Rand, sweeps int, threshold float64) {
	cost := p.total()
	best, places := cost, append([]Point(nil), p.place...)
	for sweep := range sweeps {
		heat := 1 - float64(sweep)/float64(sweeps) // from 1 to almost 0
		heat *= heat
		reach := p.row + float64(2*p.unit*heat)
		for range p.place {
			cost += p.try(rng, threshold*heat*rng.Float64(), reach)
		}
		if cost < best {
			best = cost
			copy(places, p.place)
		}
	}
	copy(p.place, places)
}

// try makes one random change, and keeps it if it raises the cost by less than
// bound. It returns by how much the cost changed.
func (p *picture) try(rng *rand.Rand, bound, reach float64) float64 {
	i, j := int32(rng.IntN(len(p.place))), int32(rng.IntN(len(p.place)))
	to, other := p.place[i], p.place[j]
	switch choice := rng.Float64(); {
	case choice < 0.10:
		return p.swap(i, j, bound)
	case choice < 0.15:
		to.Y = other.Y
	case choice < 0.20:
		to.X = other.X
	case choice < 0.25:
		to = Point{float64(rng.Float64() * p.frame.W), float64(rng.Float64() * p.frame.H)}
	default:
		to.X += float64((2*rng.Float64() - 1) * reach)
		to.Y += float64((2*rng.Float64() - 1) * reach)
	}
	return p.shift(i, p.within(i, to), bound)
}

// shift moves node i, if that raises the cost by less than bound.
func (p *picture) shift(i int32, to Point, bound float64) float64 {
	from := p.place[i]
	if to == from {
		return 0
	}
	before := p.around(i, none, math.Inf(1))
	p.place[i] = to
	after := p.around(i, none, before+bound)
	if after >= before+bound {
		p.place[i] = from
		return 0
	}
	return after - before
}

// swap lets nodes i and j change places, if that raises the cost by less than
// bound.
func (p *picture) swap(i, j int32, bound float64) float64 {
	if i == j {
		return 0
	}
	a, b := p.place[i], p.place[j]
	before := p.around(i, none, math.Inf(1)) + p.around(j, i, math.Inf(1))
	p.place[i], p.place[j] = p.within(i, b), p.within(j, a)
	after := p.around(i, none, before+bound)
	if after < before+bound {
		after += p.around(j, i, before+bound-after)
	}
	if after >= before+bound {
		p.place[i], p.place[j] = a, b
		return 0
	}
	return after - before
}
