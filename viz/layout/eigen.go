package layout

import "math"

// products returns the product of every column with every other.
func products(columns [][]float64) [][]float64 {
	product := make([][]float64, len(columns))
	for i, a := range columns {
		product[i] = make([]float64, len(columns))
		for j, b := range columns[:i+1] {
			sum := 0.0
			for at, v := range a {
				sum += v * b[at]
			}
			product[i][j], product[j][i] = sum, sum
		}
	}
	return product
}

// direction returns the unit vector that a symmetric matrix stretches most, of
// those at right angles to other: an eigenvector, by the power method.
func direction(matrix [][]float64, other []float64) []float64 {
	const rounds = 100
	v, next := make([]float64, len(matrix)), make([]float64, len(matrix))
	for i := range v {
		v[i] = 1 / float64(i+1) // any vector, unlike those of symmetric graphs
	}
	for range rounds {
		normalise(v, other)
		for i, row := range matrix {
			next[i] = 0
			for j, w := range v {
				next[i] += row[j] * w
			}
		}
		v, next = next, v
	}
	normalise(v, other)
	return v
}

// normalise makes v a unit vector at right angles to the unit vector other.
func normalise(v, other []float64) {
	along, squares := 0.0, 0.0
	for i := range other {
		along += v[i] * other[i]
	}
	for i := range other {
		v[i] -= along * other[i]
	}
	for _, x := range v {
		squares += x * x
	}
	if squares == 0 {
		return
	}
	for i := range v {
		v[i] /= math.Sqrt(squares)
	}
}
