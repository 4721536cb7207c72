package place

// chain is the cost of the lead's arrangement: superiors above inferiors, each step
// vertical, siblings side by side, the root at the top.
type chain struct {
	children []family // by superior
	parents  []family // by inferior that has several superiors
	spine    []int32  // items of the lead
	roots    []int32  // nodes at which the lead starts
	outer    []int32  // nodes outside of frames
}

// family is a node and its inferiors, or its superiors, in the lead.
type family struct {
	node  int32
	kin   []int32
	frame int32 // frame of which all kin are members, or -1
	alone bool  // for a single child: it has no other parent
	free  []int32
}

// The least distance, in cells, from a superior to an inferior.
const (
	stepRoom = 2
	leadRoom = 8
)

func newChain(s *search) chain {
	var c chain
	children, parents := map[int32][]int32{}, map[int32][]int32{}
	inLead := map[int32]bool{}
	for _, a := range s.Above {
		if a.Lead {
			children[a.Upper] = append(children[a.Upper], a.Lower)
			parents[a.Lower] = append(parents[a.Lower], a.Upper)
			inLead[a.Upper], inLead[a.Lower] = true, true
		}
	}
	onSpine := make([]bool, len(s.items))
	for v := range int32(len(s.Boxes)) {
		if s.frameOf[v] < 0 {
			c.outer = append(c.outer, v)
			if inLead[v] && len(parents[v]) == 0 {
				c.roots = append(c.roots, v)
			}
		}
		if kin := children[v]; kin != nil {
			f := family{node: v, kin: kin, frame: s.frameOf[kin[0]], alone: len(kin) > 1 || len(parents[kin[0]]) == 1}
			for _, k := range kin {
				if s.frameOf[k] < 0 {
					f.free = append(f.free, k)
				}
				if s.frameOf[k] != f.frame {
					f.frame = -1
				}
			}
			if len(kin) == 1 {
				f.frame = -1
			}
			c.children = append(c.children, f)
			if f.alone {
				for _, k := range append([]int32{v}, kin...) {
					if i := s.itemOf[k]; !onSpine[i] {
						onSpine[i] = true
						c.spine = append(c.spine, i)
					}
				}
			}
		}
		if len(parents[v]) > 1 {
			c.parents = append(c.parents, family{node: v, kin: parents[v]})
		}
	}
	return c
}

// axis is the x at which the lead leaves f's node for its kin.
func (f *family) axis(s *search) int32 {
	if f.frame >= 0 {
		owner := s.Frames[f.frame].Node
		return s.rect[owner].X + s.items[s.itemOf[owner]].in.entry
	}
	return mean(s, f.kin)
}

// mean is the mean x of the centres of nodes.
func mean(s *search, nodes []int32) int32 {
	var sum int32
	for _, v := range nodes {
		sum += s.rect[v].X + s.rect[v].W/2
	}
	return sum / int32(len(nodes))
}

func (c *chain) cost(s *search) int {
	sum := 0
	for i := range s.Above {
		a := &s.Above[i]
		if s.ownerOf[a.Lower] == a.Upper || s.ownerOf[a.Upper] == a.Lower {
			continue
		}
		gap := s.rect[a.Lower].Y - s.rect[a.Upper].Bottom()
		w, need := s.w.order, int32(stepRoom)
		if a.Lead {
			w, need = s.w.first, leadRoom
		}
		if gap < need {
			sum += w * int(100+12*(need-gap)) / 100
		}
	}
	for i := range c.children {
		f := &c.children[i]
		if f.alone {
			sum += s.w.axis * int(abs(s.rect[f.node].X+s.rect[f.node].W/2-f.axis(s)))
		}
		sum += s.level(f.free)
	}
	for i := range c.parents {
		f := &c.parents[i]
		sum += s.w.axis*int(abs(s.rect[f.node].X+s.rect[f.node].W/2-mean(s, f.kin)))*6/10 + s.level(f.kin)
	}
	for _, v := range c.roots {
		sum += s.w.top * int(s.rect[v].Y-s.Margin.H)
	}
	if s.Root >= 0 && s.frameOf[s.Root] < 0 {
		r := &s.rect[s.Root]
		sum += s.w.middle * int(abs(r.X+r.W/2-s.Area.W/2))
		for _, v := range c.outer {
			if d := r.Y - s.rect[v].Y; d > 0 && v != s.Root {
				w := s.w.over
				if s.Rank[v] <= 2 {
					w *= 4
				}
				sum += w * int(100+3*d) / 100
			}
		}
	}
	return sum + s.emptyBands(c)
}

// emptyBands is the cost of space that no box uses at a side of the area.
func (s *search) emptyBands(c *chain) int {
	x0, y0, x1, y1 := s.Area.W, s.Area.H, int32(0), int32(0)
	for _, v := range c.outer {
		r := &s.rect[v]
		x0, y0, x1, y1 = min(x0, r.X), min(y0, r.Y), max(x1, r.X+r.W), max(y1, r.Y+r.H)
	}
	return s.w.spread * int(max(x0, 0)+max(y0, 0)+max(s.Area.W-x1, 0)+max(s.Area.H-y1, 0))
}

// level is the cost of siblings that are not side by side.
func (s *search) level(nodes []int32) int {
	if len(nodes) < 2 {
		return 0
	}
	var sum int32
	for _, v := range nodes {
		sum += s.rect[v].Y + s.rect[v].H/2
	}
	sum /= int32(len(nodes))
	off := 0
	for _, v := range nodes {
		off += int(abs(s.rect[v].Y + s.rect[v].H/2 - sum))
	}
	return s.w.level * off
}
