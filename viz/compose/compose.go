package compose

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/place"
	"proxynet/viz/route"
	"proxynet/viz/scene"
)

// Search says how long to look for an arrangement.
type Search struct {
	Seeds, Moves int // placements begun, and changes tried for each
	Keep         int // placements whose lines are routed
	Polished     int // of these, the ones that are worked out
	Polish       int // changes tried with real lines
	More         int // the same for the one that is taken, which goes on if that makes it better
	Early        int // rounds of the router at first
	Rounds       int // and at the end
	Work         int // searched at most for a polish, as [route.Router.Work] counts it
	MoreWork     int // and for that of the one that is taken
	Grow         int // how often to try again if the lines don't fit
	Say          int // and how often if only the verb of the lead doesn't
}

// DefaultSearch returns the search for ordinary use: a second or two for thirty
// nodes.
func DefaultSearch() Search {
	return Search{Seeds: 6, Moves: 40000, Keep: 4, Polished: 2, Polish: 120, More: 700, Early: 6, Rounds: 4, Work: 1_000_000, MoreWork: 3_000_000, Grow: 32, Say: 4}
}

// QuickSearch returns a search for a first picture, in a fraction of the time.
func QuickSearch() Search {
	return Search{Seeds: 2, Moves: 10000, Keep: 2, Polished: 1, Polish: 20, Early: 6, Rounds: 2, Work: 500_000, Grow: 32, Say: 1}
}

// larger is the factor by which an area grows that is too small.
const larger = 1.1

// Compose arranges n for each format, with labels in the network's language and,
// if nodes have names in them, in the given ones. The same network gives the
// same drawing on every machine.
func Compose(n *network.Network, languages ...Language) (*scene.Drawing, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, false)
	}
	return With(n, DefaultSearch(), nil, languages...)
}

// Draft is Compose, but for a network too large for boxes it only begins: the
// reader's browser goes on, see [scene.Scene.Refinement].
func Draft(n *network.Network, languages ...Language) (*scene.Drawing, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, true)
	}
	return Compose(n, languages...)
}

// Update is Draft for a network that an earlier drawing shows another state of:
// nodes stay where they were, as far as the rest allows.
func Update(n *network.Network, before *scene.Drawing, languages ...Language) (*scene.Drawing, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, true)
	}
	return With(n, DefaultSearch(), before, languages...)
}

// With is Compose for a network of boxes with its own search. Given a drawing of
// an earlier state of the network, it goes on from there: nodes stay where they
// were, as far as the rest allows.
func With(n *network.Network, search Search, before *scene.Drawing, languages ...Language) (*scene.Drawing, error) {
	d := &scene.Drawing{Network: n}
	m := diagram.New(n)
	layouts, errs := make([]*scene.Layout, len(Formats)), make([]error, len(Formats))
	parallel(len(Formats), func(i int) {
		f := Formats[i]
		p := &picture{n: n, model: m, format: f, words: English(), search: search, roomy: f.Roomy}
		for _, l := range languages {
			if l.Tag == n.Lang {
				p.words = l.Words
			} else {
				p.languages = append(p.languages, l)
			}
		}
		layouts[i], errs[i] = p.layout(earlier(before, f.Name))
	})
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("network %q, layout %q: %w", n.ID, Formats[i].Name, err)
		}
		d.Layouts = append(d.Layouts, *layouts[i])
	}
	return d, nil
}

// earlier returns the layout of that name in d, or nil.
func earlier(d *scene.Drawing, name string) *scene.Layout {
	if d == nil {
		return nil
	}
	for i := range d.Layouts {
		if d.Layouts[i].Name == name {
			return &d.Layouts[i]
		}
	}
	return nil
}

// layout finds the picture in one format. If boxes or lines don't fit, it tries
// another seed, and then enlarges the area: with it everything else becomes
// smaller in the picture.
func (p *picture) layout(before *scene.Layout) (*scene.Layout, error) {
	var boxes []scene.Place
	boxes, p.sizes = measure(p.n, p.model, &p.format, p.languages)
	for p.widen(); before != nil && before.Width > p.format.Width; {
		p.grow() // as it had to then
	}
	for tries, unsaid := 0, 0; ; tries++ {
		p.nets = scene.Nets(p.model, &p.format.Cable)
		p.sayings = p.say()
		p.in = p.placeInput()
		d := p.best(before)
		fits := d.result.Failed == 0 && overlaps(&p.in, &d.placement) == 0
		if fits && (d.unsaid == 0 || unsaid >= p.search.Say || before != nil) { // nodes that stay are worth more than a verb
			if before == nil {
				d = p.more(d)
			}
			// Nudged lines may have come into the place of the lead's verb.
			if l := p.finish(boxes, d); unsaid >= p.search.Say || before != nil || p.says(l) {
				return l, nil
			}
		}
		if fits {
			unsaid++
		}
		if tries == p.search.Grow {
			return nil, fmt.Errorf("%d lines find no way in an area of %g × %g; shorten the labels", d.result.Failed, p.format.Width, p.format.Height)
		}
		before = nil // which didn't fit
		p.roomy = p.roomy || d.unsaid > 0
		if p.format.Seed++; !fits && (tries%2 == 1 || d.result.Failed > hopeless) {
			p.grow()
		}
	}
}

// grow enlarges the area, and keeps its shape.
func (p *picture) grow() {
	f := &p.format
	ratio := f.Height / f.Width
	f.Width = math.Round(f.Width*larger/f.Cell) * f.Cell
	f.Height = hundredth(f.Width * ratio)
}

// fullest is the share of the area that boxes may cover.
const fullest = 0.3

// widen enlarges an area that is clearly too small for the boxes or the lines.
func (p *picture) widen() {
	for {
		covered := 0.0
		for _, s := range p.sizes {
			covered += float64(s.W+p.format.Gap) * float64(s.H+p.format.Gap)
		}
		area := p.format.Width * p.format.Height
		if covered*p.format.Cell*p.format.Cell < 2*fullest*area && p.format.PerCable*float64(len(p.model.Cables)) < area {
			return
		}
		p.grow()
	}
}

// best returns the best placement in the present area, with its lines: if there
// is one, a placement in which the lead says its verb.
func (p *picture) best(before *scene.Layout) *draft {
	o := place.Options{Seed: p.format.Seed, Seeds: p.search.Seeds, Moves: p.scaled(p.search.Moves), Keep: p.search.Keep, Weight: place.DefaultWeights()}
	polish := p.search.Polish
	if o.Start = p.start(before); o.Start != nil {
		o.Seeds, o.Keep, o.Moves, polish = 1, 1, 0, 0
	}
	placements := place.Place(&p.in, o)
	if o.Start != nil && overlaps(&p.in, &placements[0]) > 0 {
		o.Moves = p.scaled(p.search.Moves) / 4
		placements = place.Place(&p.in, o)
	}
	if len(p.n.Nodes) > 2*usual { // whose lines take long
		placements = placements[:min(2, len(placements))]
	}
	drafts := make([]draft, len(placements))
	parallel(len(placements), func(i int) { drafts[i] = p.draft(placements[i], p.search.Early) })
	slices.SortStableFunc(drafts, func(a, b draft) int { return cmp.Compare(a.score, b.score) })
	drafts = drafts[:min(len(drafts), p.search.Polished)]
	if drafts[0].result.Failed > hopeless {
		return &drafts[0]
	}
	parallel(len(drafts), func(i int) { p.polish(&drafts[i], uint64(i), polish, p.search.Work) })
	best := slices.MinFunc(drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.unsaid, b.unsaid), cmp.Compare(a.score, b.score))
	})
	return &best
}

// more works a placement out that fits, and returns the better of the two.
func (p *picture) more(d *draft) *draft {
	if p.search.More == 0 {
		return d
	}
	longer := p.draft(d.placement, p.search.Early)
	p.polish(&longer, p.format.Seed, p.search.More, p.search.MoreWork)
	if longer.result.Failed == 0 && longer.unsaid <= d.unsaid && longer.score < d.score {
		return &longer
	}
	return d
}

// usual is the number of nodes of a usual network.
const usual = 25

// scaled returns how many changes to try in a network of this size, given how
// many are for usual ones.
func (p *picture) scaled(n int) int {
	return n * min(len(p.n.Nodes), usual) / usual
}

// draft is a placement with its lines.
type draft struct {
	placement place.Placement
	in        *route.Input
	router    *route.Router
	result    *route.Result
	score     float64
	said      []reserved // places of words
	unsaid    int        // verbs of the lead without a place
}

// How the costs of placement and lines add up.
const (
	lineWeight    = 0.12
	overlapWeight = 1000
	failWeight    = 1000
)

// draft routes the lines of a placement in at most so many rounds.
func (p *picture) draft(pl place.Placement, rounds int) draft {
	d := draft{placement: pl, in: p.routeInput(&pl)}
	d.router = route.New(d.in, route.DefaultPrice())
	d.result = d.router.Route(rounds, 1)
	p.judge(&d)
	return d
}

// judge works out the score of d.
func (p *picture) judge(d *draft) {
	order := place.NewPolish(&p.in, place.DefaultWeights(), d.placement.State, 0).Order()
	d.score = lineWeight*d.result.Cost + order + overlapWeight*float64(overlaps(&p.in, &d.placement)) + failWeight*float64(d.result.Failed)
}

// hopeless is the number of lines without a way from which on a larger area is
// needed.
const hopeless = 3

// slack is by how much a change that is worth trying may worsen the placement,
// judged by straight lines.
const slack = 12

// polish tries so many changes of a placement, in a network of usual size, and
// keeps those with better lines. It stops early after so much work of the router.
func (p *picture) polish(d *draft, seed uint64, changes, work int) {
	if overlaps(&p.in, &d.placement) > 0 {
		return
	}
	s := place.NewPolish(&p.in, place.DefaultWeights(), d.placement.State, seed+1)
	now := lineWeight*d.router.Score() + s.Order()
	tries, end := p.scaled(changes), d.router.Work()+work
	for k := range tries {
		if d.router.Work() > end || !s.Propose(slack) {
			break
		}
		pl := s.Placement()
		in := p.routeInput(&pl)
		limit, order := now+2*float64(tries-k)/float64(tries), s.Order() // sinks to now
		score := lineWeight*d.router.Rearrange(in.Boxes, in.Frames, (limit-order)/lineWeight) + order
		if score > limit {
			d.router.Undo()
			s.Undo()
			continue
		}
		s.Keep()
		now = score
	}
	d.placement = s.Placement()
	d.result = d.router.Refine(p.search.Rounds)
	p.reserve(d)
	p.judge(d)
}

// overlaps counts the pairs of boxes closer than the gap.
func overlaps(in *place.Input, pl *place.Placement) int {
	inFrame := make([]bool, len(in.Boxes))
	for _, f := range in.Frames {
		for _, m := range f.Members {
			inFrame[m] = true
		}
	}
	count := 0
	for i, a := range pl.Boxes {
		for j, b := range pl.Boxes[:i] {
			if !inFrame[i] && !inFrame[j] && a.X < b.Right()+in.Gap && b.X < a.Right()+in.Gap && a.Y < b.Bottom()+in.Gap && b.Y < a.Bottom()+in.Gap {
				count++
			}
		}
	}
	return count
}

// finish nudges the lines, places the words and returns the layout.
func (p *picture) finish(boxes []scene.Place, d *draft) *scene.Layout {
	f, pl, res, in := &p.format, &d.placement, d.result, d.in
	lines := route.Lines(in, res.Routes, func(net, leaf int) float64 {
		return f.Cable.Total(&p.model.Cables[p.model.Nets[net].Cables[leaf]])
	})
	route.Nudge(in, lines, route.DefaultNudging(f.Cell))
	l := &scene.Layout{Name: f.Name, Width: f.Width, Height: f.Height, Places: slices.Clone(boxes), Cables: make([][]float64, len(p.model.Cables))}
	for v := range l.Places {
		r, q := pl.Boxes[v], &l.Places[v]
		q.W, q.H = float64(r.W)*f.Cell, float64(r.H)*f.Cell
		q.X, q.Y = float64(r.X)*f.Cell+q.W/2, float64(r.Y)*f.Cell+q.H/2
	}
	for i, fr := range p.model.Frames {
		plan := pl.Frames[i]
		q := &l.Places[fr.Node]
		note := p.note(i)
		t := f.typeOf(&p.model.Nodes[fr.Node])
		_, q.Lines = title(p.n.Nodes[fr.Node].Label, t, plan.Lines, f)
		for tag := range q.In {
			_, lines := title(p.n.Nodes[fr.Node].Names[tag], t, plan.Lines, f)
			q.In[tag] = scene.Label{Lines: lines, Size: t.Size}
		}
		l.Frames = append(l.Frames, scene.FramePlace{
			X: float64(plan.Title.X) * f.Cell, Y: float64(plan.Title.Y) * f.Cell,
			W: float64(plan.Title.W) * f.Cell, H: float64(plan.Title.H) * f.Cell,
			Note: note.lines[0], Size: f.Label, Below: plan.Lines > 1, Entry: float64(plan.Entry) * f.Cell, Columns: plan.Columns, Rows: plan.Rows,
		})
		for tag, lines := range note.in {
			last := &l.Frames[len(l.Frames)-1]
			if last.In == nil {
				last.In = map[string]string{}
			}
			last.In[tag] = lines[0]
		}
	}
	for i := range lines {
		points, _ := route.Whole(lines, i)
		c := p.model.Nets[lines[i].Net].Cables[lines[i].Leaf]
		for _, v := range points {
			l.Cables[c] = append(l.Cables[c], hundredth(v.X), hundredth(v.Y))
		}
	}
	p.label(l, lines, d.said)
	return l
}

// note is what is written behind the title of frame i.
func (p *picture) note(i int) text {
	implied := true
	for _, r := range p.model.Frames[i].Relations {
		implied = implied && p.n.Relations[r].Status == network.Implied
	}
	return p.text(func(w *Words) []string {
		if implied {
			return []string{w.Members + " (" + w.Implied + ")"}
		}
		return []string{w.Members}
	})
}

func hundredth(v float64) float64 { return math.Round(v*100) / 100 }
