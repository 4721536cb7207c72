package route

import (
	"math"
	"slices"
)

// move brings track i to the best place of its free interval.
func (n *nudger) move(i int) {
	t := &n.tracks[i]
	n.measure(t)
	if t.hi-t.lo < 0.01 {
		return
	}
	kin := n.kin(i)
	lo, hi := n.room(i, kin)
	want, tied := n.ports(t, &lo, &hi)
	if hi < lo-0.01 {
		return
	}
	to, straight := t.at, math.Inf(1)
	for _, k := range kin {
		u := &n.tracks[k]
		if d := math.Abs(u.at - t.at); d <= n.set.Jog && u.at >= lo-0.01 && u.at <= hi+0.01 && d < straight {
			straight, to = d, u.at
		}
	}
	if math.IsInf(straight, 1) {
		switch {
		case t.class == Lead && tied:
			if !math.IsNaN(want) {
				to = min(max(want, lo), hi)
			}
		default:
			reach := n.set.Reach
			if tied {
				reach *= 1.4
			}
			a, b := max(lo, t.at-reach), min(hi, t.at+reach)
			to = t.at + ((a+b)/2-t.at)*0.6
		}
	}
	n.shift(i, min(max(to, lo), hi))
}

// shift moves track i, and the ends of the tracks on it, unless that brings a line too
// near to another or to a box.
func (n *nudger) shift(i int, to float64) {
	t := &n.tracks[i]
	before := t.at
	if math.Abs(to-before) < 0.001 {
		return
	}
	touched := append(n.touched[:0], i)
	for _, u := range t.uses {
		of := n.of[u.line]
		for _, k := range [2]int{u.k - 1, u.k + 1} {
			if k >= 0 && k < len(of) && !slices.Contains(touched, of[k]) {
				touched = append(touched, of[k])
			}
		}
	}
	for l, h := range n.host {
		if h == i && !slices.Contains(touched, n.of[l][0]) {
			touched = append(touched, n.of[l][0])
		}
	}
	n.touched = touched
	n.put(i, to)
	if after := n.troubles(); after > 0 { // otherwise it is no worse than before
		n.put(i, before)
		if n.troubles() >= after {
			n.put(i, to)
		}
	}
}

// put moves track i and measures the touched tracks.
func (n *nudger) put(i int, at float64) {
	n.tracks[i].at = at
	for _, k := range n.touched {
		n.measure(&n.tracks[k])
	}
}

// troubles counts what the touched tracks are too close to.
func (n *nudger) troubles() int {
	count := 0
	for _, k := range n.touched {
		count += n.tooClose(k)
	}
	return count
}

// tooClose counts the boxes and tracks that track i is too close to.
func (n *nudger) tooClose(i int) int {
	t := &n.tracks[i]
	count := 0
	clear := t.width/2 + min(n.set.Clearance, 4)
	lo, hi := n.reach(t)
	for k := range n.boxes {
		b := &n.boxes[k]
		if !b.meets(t.axis, t.at, lo, hi, clear) || b.frame && n.belongs(t, b.node) || n.ends(t, b.node) && !b.meets(t.axis, t.at, lo, hi, -0.5) {
			continue
		}
		count++
	}
	for _, k := range n.along[t.axis] {
		if u := &n.tracks[k]; u.hi > t.lo && u.lo < t.hi && u.net != t.net && math.Abs(u.at-t.at) < (t.width+u.width)/2+2 {
			count++
		}
	}
	return count
}

// meets reports whether a track from lo to hi along an axis is within a distance of a box.
func (b *box) meets(axis int, at, lo, hi, distance float64) bool {
	return at > b.lo[1-axis]-distance && at < b.hi[1-axis]+distance && hi > b.lo[axis]-distance && lo < b.hi[axis]+distance
}

// reach returns the maximum span of track t after its ends are moved to their boxes.
func (n *nudger) reach(t *track) (lo, hi float64) {
	if len(t.ends) == 0 {
		return t.lo, t.hi
	}
	return t.lo - n.set.Slack, t.hi + n.set.Slack
}

// belongs reports whether a line of t ends at the frame of node v or at a member
// of it, and so may be inside.
func (n *nudger) belongs(t *track, v int32) bool {
	if n.ends(t, v) {
		return true
	}
	for i := range n.in.Frames {
		if f := &n.in.Frames[i]; f.Node == v {
			return slices.ContainsFunc(f.Members, func(m int32) bool { return n.ends(t, m) })
		}
	}
	return false
}

// ends reports whether a line of t ends at node v.
func (n *nudger) ends(t *track, v int32) bool {
	for _, u := range t.uses {
		if l := &n.lines[u.line]; v >= 0 && (l.From == v || l.To == v) {
			return true
		}
	}
	return false
}

// kin returns the tracks two bends away, which t may be brought into line with. The list
// is valid until the next call.
func (n *nudger) kin(i int) []int {
	kin := n.kindred[:0]
	for _, u := range n.tracks[i].uses {
		of := n.of[u.line]
		for _, k := range [2]int{u.k - 2, u.k + 2} {
			if k >= 0 && k < len(of) && of[k] != i && !slices.Contains(kin, of[k]) {
				kin = append(kin, of[k])
			}
		}
	}
	n.kindred = kin
	return kin
}

// room returns the interval in which track i can be.
func (n *nudger) room(i int, kin []int) (lo, hi float64) {
	t := &n.tracks[i]
	across := 1 - t.axis
	lo, hi = 3+t.width/2, n.bounds.axis(across)-3-t.width/2
	for _, k := range n.along[t.axis] {
		u := &n.tracks[k]
		if u.hi <= t.lo-n.set.Gap*0.8 || u.lo >= t.hi+n.set.Gap*0.8 || u.hi-u.lo < 0.01 || k == i || slices.Contains(kin, k) {
			continue
		}
		need := n.set.Gap + (t.width+u.width)/2 - 2
		switch {
		case t.class == Lead && u.class == Lead:
			need += n.set.Lead
		case t.class == Lead || u.class == Lead:
			need += 2
		}
		switch {
		case u.at > t.at+0.01:
			hi = least(hi, u.at-need)
		case u.at < t.at-0.01:
			lo = most(lo, u.at+need)
		default:
			lo, hi = most(lo, t.at), least(hi, t.at)
		}
	}
	from, to := n.reach(t)
	thick := most(0, t.width/2-1)
	wide := max(n.set.Clearance, n.set.Own, 2) + thick
	for k := range n.boxes {
		b := &n.boxes[k]
		bl, bh, al, ah := b.lo[across], b.hi[across], b.lo[t.axis], b.hi[t.axis]
		if b.frame {
			const border = 6
			if al < t.hi-1 && ah > t.lo+1 {
				for _, e := range [2]float64{bl, bh} {
					if e > t.at {
						hi = least(hi, e-border)
					} else {
						lo = most(lo, e+border)
					}
				}
			}
			continue
		}
		pad := n.set.Clearance
		if al-wide >= to || ah+wide <= from {
			continue
		}
		switch {
		case b.title:
			pad = 2
		case slices.Contains(t.ends, b.node):
			continue
		case n.ends(t, b.node):
			pad = n.set.Own
		}
		pad += thick
		if al-pad >= to || ah+pad <= from {
			continue
		}
		switch {
		case bl >= t.at-0.01:
			hi = least(hi, bl-pad)
		case bh <= t.at+0.01:
			lo = most(lo, bh+pad)
		default:
			lo, hi = most(lo, t.at), least(hi, t.at)
		}
	}
	return lo, hi
}

// ports narrows the interval to the sides of the boxes at which t ends, and
// returns the middle of the first that is no frame. tied reports whether it ends
// at any.
func (n *nudger) ports(t *track, lo, hi *float64) (want float64, tied bool) {
	want = math.NaN()
	across := 1 - t.axis
	for _, v := range t.ends {
		tied = true
		for k := range n.boxes {
			b := &n.boxes[k]
			if b.node != v || b.title {
				continue
			}
			bl, bh := b.lo[across], b.hi[across]
			inset := min(n.set.Corner, (bh-bl)/3)
			if b.frame {
				inset = 2 * n.set.Corner
			} else if math.IsNaN(want) {
				want = (bl + bh) / 2
			}
			*lo, *hi = max(*lo, bl+inset), min(*hi, bh-inset)
		}
	}
	return want, tied
}
