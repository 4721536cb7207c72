package compose

import (
	"cmp"
	"slices"

	"proxynet/viz/place"
	"proxynet/viz/route"
)

// budget limits the search for an arrangement. Numbers of changes are for a network of
// usual size.
type budget struct {
	seeds        int // placements started
	moves        int // changes tried for each
	routed       int // placements whose lines are routed
	polished     int // of these, the number that are polished
	polishMoves  int // changes tried with routed lines
	polishWork   int // limit of the router's work for polishing, see [route.Router.Work]
	finalMoves   int // the same for the best placement; 0 leaves it as it is
	finalWork    int
	firstRounds  int  // of the router
	cleanRounds  int  // of these, rounds without conflicts
	refineRounds int  // of the router after polishing
	candidates   int  // places tried for a label
	labelTries   int  // layouts rejected because the lead lacks a label
	nudges       int  // rounds of moving lines within their space; 0 for the usual number
	hasty        bool // the router accepts good lines instead of the best, and makes room only for labels of the lead
}

var (
	// full takes a second or two for a network of usual size.
	full = budget{
		seeds: 6, moves: 40_000, routed: 4, polished: 2, polishMoves: 120, polishWork: 1_000_000,
		finalMoves: 700, finalWork: 3_000_000, firstRounds: 24, cleanRounds: 1, refineRounds: 4, candidates: 12, labelTries: 4,
	}
	// brisk takes a fifth to a half of that. Lines cross about 1.4 times as often.
	brisk = budget{
		seeds: 2, moves: 20_000, routed: 1, polished: 1, firstRounds: 12, cleanRounds: 1, refineRounds: 4, candidates: 12,
	}
	// quick takes a tenth of the time of full.
	quick = budget{
		seeds: 1, moves: 20_000, routed: 1, polished: 1, firstRounds: 6, candidates: 4, nudges: 4, hasty: true,
	}
)

// fitTries is the number of seeds and areas tried until boxes and lines fit.
const fitTries = 33

// usual is the number of nodes in a network of usual size.
const usual = 25

// scaled returns how many changes to try in a network of this size, given the
// number for the usual size.
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
	placed    []reserved // places of labels
	missing   int        // verbs of the lead without a place
}

// best returns the best placement in the present area, with its lines. A
// placement with room for the labels of the lead is better than one without. If
// start isn't nil, it is kept unless boxes overlap.
func (p *picture) best(start *place.State) *draft {
	o := place.Options{Seed: p.format.Seed, Seeds: p.budget.seeds, Moves: p.scaled(p.budget.moves), Keep: p.budget.routed, Weight: p.weights()}
	changes := p.budget.polishMoves
	if o.Start = start; start != nil {
		o.Seeds, o.Keep, o.Moves, changes = 1, 1, 0, 0
	}
	placements := place.Place(&p.in, o)
	if start != nil && overlaps(&p.in, &placements[0]) > 0 {
		o.Moves = p.scaled(p.budget.moves) / 4
		placements = place.Place(&p.in, o)
	}
	if p.large() {
		placements = placements[:min(2, len(placements))]
	}
	drafts := make([]draft, len(placements))
	parallel(len(placements), func(i int) { drafts[i] = p.draft(placements[i]) })
	slices.SortStableFunc(drafts, func(a, b draft) int { return cmp.Compare(a.score, b.score) })
	drafts = drafts[:min(len(drafts), p.budget.polished)]
	if drafts[0].result.Failed > hopeless {
		return &drafts[0]
	}
	if drafts[0].result.Failed > 0 {
		drafts = drafts[:1]
	}
	parallel(len(drafts), func(i int) { p.polish(&drafts[i], uint64(i), changes, p.budget.polishWork) })
	best := slices.MinFunc(drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.missing, b.missing), cmp.Compare(a.score, b.score))
	})
	return &best
}

// more polishes the placement of d for longer, and returns the better draft.
func (p *picture) more(d *draft) *draft {
	if p.budget.finalMoves == 0 {
		return d
	}
	longer := p.draft(d.placement)
	p.polish(&longer, p.format.Seed, p.budget.finalMoves, p.budget.finalWork)
	if longer.result.Failed == 0 && longer.missing <= d.missing && longer.score < d.score {
		return &longer
	}
	return d
}

// Weights of the costs in the score of a draft.
const (
	lineWeight    = 0.12
	overlapWeight = 1000
	failWeight    = 1000
)

// draft routes the lines of a placement.
func (p *picture) draft(pl place.Placement) draft {
	return p.routed(pl, p.budget.hasty || p.large())
}

// hastyRounds is the number of rounds of the router for a draft in less time.
const hastyRounds = 12

// hastyDraft is draft in less time, for a placement that is polished later.
func (p *picture) hastyDraft(pl place.Placement) draft { return p.routed(pl, true) }

// routed returns a placement with its lines, the first good ones or the cheapest.
func (p *picture) routed(pl place.Placement, hasty bool) draft {
	d := draft{placement: pl, in: inputs{p}.routing(&pl)}
	d.router = route.New(d.in, route.DefaultPrice())
	d.router.Hasten(hasty)
	rounds := p.budget.firstRounds
	if hasty {
		rounds = min(rounds, hastyRounds)
	}
	d.result = d.router.Route(rounds, p.budget.cleanRounds)
	d.router.Hasten(p.budget.hasty)
	p.judge(&d)
	return d
}

// judge sets the score of d; less is better.
func (p *picture) judge(d *draft) {
	order := place.NewPolish(&p.in, p.weights(), d.placement.State, 0).Order()
	d.score = lineWeight*d.result.Cost + order + overlapWeight*float64(overlaps(&p.in, &d.placement)) + failWeight*float64(d.result.Failed)
}

// hopeless is the number of unrouted lines above which only a larger area helps.
const hopeless = 3

// slack is how much a change may worsen the cost of a placement with straight
// lines and still be tried with routed ones.
const slack = 12

// polish tries changes of a placement, as many as given for a network of usual
// size, keeps those that improve the lines, and reserves areas for labels. It
// stops early once the router has done the given work, in units of
// [route.Router.Work].
func (p *picture) polish(d *draft, seed uint64, changes, work int) {
	if overlaps(&p.in, &d.placement) > 0 {
		return
	}
	s := place.NewPolish(&p.in, p.weights(), d.placement.State, seed+1)
	now := lineWeight*d.router.Score() + s.Order()
	tries, end := p.scaled(changes), d.router.Work()+work
	for k := range tries {
		if d.router.Work() > end || !s.Propose(slack) {
			break
		}
		pl := s.Placement()
		in := inputs{p}.routing(&pl)
		limit, order := now+2*float64(tries-k)/float64(tries), s.Order() // decreases to now
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
	d.result = d.router.Refine(p.budget.refineRounds)
	reservation{p}.reserve(d)
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

// weights returns the weights of the placement. A sketch of a few nodes need not
// fill the area: they belong together.
func (p *picture) weights() place.Weights {
	w := place.DefaultWeights()
	if n := len(p.n.Nodes); p.budget.hasty && n < filling {
		w.Spread *= float64(n*n) / (filling * filling) / 4
	}
	return w
}

// filling is the number of nodes from which a sketch fills its area.
const filling = 12
