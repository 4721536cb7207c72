package compose

import (
	"math"
	"slices"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/place"
	"proxynet/viz/route"
	"proxynet/viz/scene"
)

// spare is the number of cells by which a verb is placed smaller than it is: it may
// extend into the gap around it.
const spare = 4

// even rounds n up to an even number.
func even(n int32) int32 { return n + n&1 }

// inputs states what the placement of the boxes and the router have to solve.
type inputs struct{ *picture }

// placement returns the input of the search for a placement.
func (p inputs) placement() place.Input {
	f, m := p.format, p.model
	in := place.Input{
		Area:  place.Size{W: int32(f.Width / f.Cell), H: int32(f.Height / f.Cell)},
		Boxes: slices.Clone(p.sizes), Root: int32(m.Root), Gap: f.Gap, Margin: place.Size{W: 2, H: 1}, Step: f.Step, Cell: f.Cell / 100,
	}
	for i := range m.Nodes {
		in.Rank = append(in.Rank, uint8(m.Nodes[i].Rank))
	}
	for k, s := range p.labels {
		if !s.lead || !p.roomy {
			break
		}
		// The verb of the lead is placed like a node between its ends. It needs
		// less of a gap than nodes do.
		size := reservation{p.picture}.room(&p.labels[k])
		in.Boxes = append(in.Boxes, place.Size{W: even(max(size.W-spare, 2)), H: even(max(size.H-spare, 2))})
		in.Rank = append(in.Rank, uint8(diagram.Context))
	}
	for i, fr := range m.Frames {
		pf := place.Frame{Node: int32(fr.Node), Wide: in.Area.W * 86 / 100}
		for _, v := range fr.Members {
			pf.Members = append(pf.Members, int32(v))
		}
		t := f.typeOf(&m.Nodes[fr.Node])
		note, _ := p.size(p.note(i), false)
		for _, label := range p.titles(fr.Node) { // room for the longest
			one, _ := title(label, t, 1, f)
			two, _ := title(label, t, 2, f)
			pf.Title = place.Size{W: max(pf.Title.W, one.W), H: max(pf.Title.H, one.H)}
			pf.Wrapped = place.Size{W: max(pf.Wrapped.W, two.W), H: max(pf.Wrapped.H, two.H)}
		}
		pf.Title.W += int32(math.Ceil((note + t.Size*scene.NoteGap) / f.Cell))
		pf.Wrapped.W = max(pf.Wrapped.W, int32(math.Ceil((note+6)/f.Cell)))
		pf.Wrapped.H += int32(math.Ceil(f.Label * lineHeight / f.Cell))
		for k := range m.Nets {
			for _, l := range m.Nets[k].Leaves {
				if m.Nodes[l].Frame == i {
					pf.Entries++
					break
				}
			}
		}
		in.Frames = append(in.Frames, pf)
	}
	for i := range m.Cables {
		in.Edges = append(in.Edges, p.edge(i))
	}
	p.above(&in)
	for k := range in.Boxes[len(m.Nodes):] {
		net := &m.Nets[p.labels[k].net]
		for _, end := range [2]int{net.Hub, net.Leaves[0]} {
			in.Edges = append(in.Edges, place.Edge{A: int32(end), B: int32(len(m.Nodes) + k), Length: 3, Cross: 0})
		}
	}
	return in
}

// edge returns how long the placement should make a cable, and how much it should avoid
// crossings and narrow passages.
func (p inputs) edge(cable int) place.Edge {
	c := &p.model.Cables[cable]
	n := float64(len(c.Relations))
	e := place.Edge{A: int32(c.From), B: int32(c.To), Length: 0.9, Cross: 1, Room: 3, Tight: 1.2}
	switch c.Class {
	case diagram.Lead:
		e.Length, e.Cross, e.Lead = 4, 5, true
		e.Room = 5
	case diagram.Main:
		e.Length, e.Cross = 1.2+0.25*math.Sqrt(n), 1.6
		e.Room = 5
	default:
		if c.Past {
			e.Length *= 0.85
		}
	}
	if n >= scene.Labelled {
		w, _ := p.size(p.counted(cable), false)
		e.Room, e.Tight = int32(math.Ceil(w/p.format.Cell))+2, 12
	}
	return e
}

// above adds constraints that every superior is above its inferiors.
func (p inputs) above(in *place.Input) {
	at := map[[2]int]int{}
	add := func(r int, lead, upward bool) {
		c := p.model.CableOf[r]
		if c == diagram.None {
			return
		}
		from, to := p.model.Cables[c].From, p.model.Cables[c].To
		if (p.n.Nodes[from].ID != p.n.Relations[r].From) != upward {
			from, to = to, from
		}
		key := [2]int{from, to}
		k, ok := at[key]
		if !ok {
			k = len(in.Above)
			at[key] = k
			in.Above = append(in.Above, place.Above{Upper: int32(from), Lower: int32(to)})
		}
		in.Above[k].Lead = in.Above[k].Lead || lead
	}
	leads := map[string]bool{}
	for _, id := range p.n.Lead {
		leads[id] = true
	}
	terms := p.n.Terms()
	for i, r := range p.n.Relations {
		switch {
		case leads[r.ID], terms.Like(terms.Family(r.Kind)) == network.Command:
			add(i, leads[r.ID], false)
		case r.Kind == "membership":
			add(i, false, true) // the whole is above its parts
		}
	}
}

// routing returns the input of the router for a placement.
func (p inputs) routing(pl *place.Placement) *route.Input {
	in := &route.Input{W: p.in.Area.W, H: p.in.Area.H, Nets: p.nets, Cell: p.format.Cell}
	for _, r := range pl.Boxes[:len(p.n.Nodes)] {
		in.Boxes = append(in.Boxes, route.Rect(r))
	}
	in.Boxes = append(in.Boxes, make([]route.Rect, len(p.labels))...) // empty until reserved
	for i, fr := range p.in.Frames {
		plan := pl.Frames[i]
		in.Frames = append(in.Frames, route.Frame{
			Node: fr.Node, Members: fr.Members, Title: route.Rect(plan.Title), Entry: plan.Entry, Columns: plan.Columns, Rows: plan.Rows,
		})
	}
	return in
}
