package route

// memory is the scratch space of searches. Nothing in it is cleared: a stamp
// says whether an entry is of the present search.
type memory struct {
	dist, from  []int32 // by state, which is cell·4 + direction
	seen        []int32
	target      []int32 // price of ending in a state; of joining a line there, its complement
	targetStamp []int32
	tree        []int32 // by cell: treeStamp for the trunk of the net being routed
	treeStamp   int32
	marked      []int32 // by 2·cell + axis
	opened      []int32 // by cell: twice the stamp, and 1 if a line may pass it
	queue       queue
	far         []int32 // by cell: see guide
	farStamp    []int32
	toll        []int32 // by cell: the least price of other lines on a shortest way from it
	wave        []int32
	guideStamp  int32
	stamp       int32
	trunk       []trunk
	ports       []port
	points      []Point
}

// trunk is a state from which a branch may leave.
type trunk struct{ state, price int32 }

func newMemory(cells int) memory {
	return memory{
		dist: make([]int32, 4*cells), from: make([]int32, 4*cells), seen: make([]int32, 4*cells),
		target: make([]int32, 4*cells), targetStamp: make([]int32, 4*cells),
		tree: make([]int32, cells), marked: make([]int32, 2*cells), opened: make([]int32, cells),
	}
}

// mark lists the tracks that rt occupies, each once, on a lattice with the given width
// and number of cells. A wide line also occupies the tracks beside its own.
func (m *memory) mark(rt *Route, fat bool, width, cells int32) {
	rt.marks = rt.marks[:0]
	m.stamp++
	add := func(a, c int32) {
		if k := c*2 + a; m.marked[k] != m.stamp {
			m.marked[k] = m.stamp
			rt.marks = append(rt.marks, k)
		}
	}
	for _, p := range rt.Paths {
		for k := 1; k < len(p.states); k++ {
			a := p.states[k] & 1
			for _, c := range [2]int32{p.states[k] >> 2, p.states[k-1] >> 2} {
				add(a, c)
				if fat {
					side := int32(1)
					if a == 0 {
						side = width
					}
					if c-side >= 0 {
						add(a, c-side)
					}
					if c+side < cells {
						add(a, c+side)
					}
				}
			}
		}
	}
}
