package scene

// side is the place of a label beside its dot.
type side uint8

// The sides in order of preference: text reads best to the right of its dot.
const (
	east side = iota
	west
	northEast
	southEast
	northWest
	southWest
	north
	south

	sides  = 8
	noSide = side(255)
)

// NameOffset is the space between a dot and its label, in units.
const NameOffset = 3

// offset returns the left and top edges of a label of size w × h relative to the
// centre of its dot of radius r. The eight places are those of Christensen, Marks
// and Shieber, "An Empirical Study of Algorithms for Point-Feature Label
// Placement" (1995).
func (d side) offset(r, w, h float64) (x, y float64) {
	const diagonal = 0.7 // of the radius, at 45°
	near, corner := r+NameOffset, r*diagonal+1
	switch d {
	case west:
		return -near - w, -h / 2
	case north:
		return -w / 2, -near - h + 1
	case south:
		return -w / 2, near - 1
	case northEast:
		return corner, -corner - h + 2
	case southEast:
		return corner, corner - 2
	case northWest:
		return -corner - w, -corner - h + 2
	case southWest:
		return -corner - w, corner - 2
	}
	return near, -h / 2
}
