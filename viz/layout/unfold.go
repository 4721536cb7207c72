package layout

import "math"

const (
	// count is the number of pivots of [Unfold]; more make no better picture.
	pivots = 50
	// quick is the factor by which an unfolded graph cools faster.
	quick = 1.5
)

// NewUnfolded returns a simulation of g, which has no homes, that starts from [Unfold].
// It cools 1.5 times as fast as the settings say, in 200 ticks by default, and settles
// in a better picture than from the spiral.
func NewUnfolded(g Graph, s Settings) (*Simulation, error) {
	s.AlphaDecay = 1 - math.Pow(1-s.AlphaDecay, quick)
	m, err := New(g, s)
	if err != nil {
		return nil, err
	}
	places, err := Unfold(g, s.LinkDistance)
	if err != nil {
		return nil, err
	}
	for i, p := range places {
		m.Move(i, p)
	}
	return m, nil
}

// Unfold returns places that reflect the distances in the graph, from which the
// simulation needs fewer ticks than from the spiral. It is PivotMDS of Brandes and
// Pich, "Eigensolver methods for progressive multidimensional scaling of large data"
// (2007): the two directions in which distances in the graph from a few nodes, the
// pivots, differ most. length is the mean length of the edges. It takes O(pivots ·
// (nodes + edges)).
func Unfold(g Graph, length float64) ([]Point, error) {
	if err := g.Validate(); err != nil {
		return nil, err
	}
	n := len(g.Boxes)
	places := make([]Point, n)
	if n == 0 {
		return places, nil
	}
	far := distances(g, min(pivots, n))
	centred := doubleCentred(far)
	product := products(centred)
	first := direction(product, nil)
	second := direction(product, first)
	for i := range places {
		for k, column := range centred {
			places[i].X += column[i] * first[k]
			places[i].Y += column[i] * second[k]
		}
	}
	fit(places, g.Edges, length)
	return places, nil
}

// distances returns the number of edges between each of count pivots and every node. A
// pivot is the node that is furthest from those before it, the first by its index.
// Between unconnected parts of the graph the distance is one more than the greatest
// within a part.
func distances(g Graph, count int) [][]float64 {
	n := len(g.Boxes)
	first, ends := adjacency(g)
	near := make([]float64, n) // to the nearest pivot
	for i := range near {
		near[i] = math.Inf(1)
	}
	far := make([][]float64, count)
	queue := make([]int32, 0, n)
	most := 0.0
	pivot := 0
	for k := range far {
		d := make([]float64, n)
		for i := range d {
			d[i] = math.Inf(1)
		}
		d[pivot] = 0
		queue = append(queue[:0], int32(pivot))
		for at := 0; at < len(queue); at++ {
			v := queue[at]
			for _, w := range ends[first[v]:first[v+1]] {
				if math.IsInf(d[w], 1) {
					d[w] = d[v] + 1
					queue = append(queue, w)
				}
			}
		}
		most = max(most, d[queue[len(queue)-1]])
		for i := range near {
			near[i] = min(near[i], d[i])
			if near[i] > near[pivot] {
				pivot = i
			}
		}
		far[k] = d
	}
	for _, d := range far {
		for i := range d {
			d[i] = min(d[i], most+1)
		}
	}
	return far
}

// adjacency returns the neighbours of all nodes: those of i are
// ends[first[i]:first[i+1]].
func adjacency(g Graph) (first, ends []int32) {
	first = make([]int32, len(g.Boxes)+2)
	for _, e := range g.Edges {
		first[e.From+2]++
		first[e.To+2]++
	}
	for i := 2; i < len(first); i++ {
		first[i] += first[i-1]
	}
	ends = make([]int32, 2*len(g.Edges))
	for _, e := range g.Edges {
		ends[first[e.From+1]] = e.To
		first[e.From+1]++
		ends[first[e.To+1]] = e.From
		first[e.To+1]++
	}
	return first[:len(first)-1], ends
}

// doubleCentred returns −½d² with the means of every column and row taken out,
// which makes it products of places if distances are those of a plane.
func doubleCentred(far [][]float64) [][]float64 {
	n, count := len(far[0]), float64(len(far))
	row := make([]float64, n)
	all := 0.0
	centred := make([][]float64, len(far))
	for k, d := range far {
		c := make([]float64, n)
		mean := 0.0
		for i, v := range d {
			c[i] = -v * v / 2
			mean += c[i] / float64(n)
		}
		for i := range c {
			row[i] += c[i] / count
			c[i] -= mean
		}
		all += mean / count
		centred[k] = c
	}
	for _, c := range centred {
		for i := range c {
			c[i] += all - row[i]
		}
	}
	return centred
}

// fit scales places so that edges have the given mean length, and separates nodes with
// the same distances to all pivots by small offsets.
func fit(places []Point, edges []Edge, length float64) {
	sum := 0.0
	for _, e := range edges {
		p, q := places[e.From], places[e.To]
		sum += math.Hypot(p.X-q.X, p.Y-q.Y)
	}
	scale := 0.0
	if sum > 0 {
		scale = length * float64(len(edges)) / sum
	}
	own := make([]Point, len(places))
	sunflower(own, length/10/math.Sqrt(float64(len(places))))
	for i, p := range places {
		places[i] = bounded(Point{p.X*scale + own[i].X, p.Y*scale + own[i].Y})
	}
}
