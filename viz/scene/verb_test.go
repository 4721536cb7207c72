package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
)

// covers reports whether a verb's ground overlaps a badge.
func covers(v scene.VerbMark, b scene.BadgeMark) bool {
	sin, cos := math.Sincos(v.Angle)
	dx, dy := b.At.X-v.At.X, b.At.Y-v.At.Y
	along, across := math.Abs(dx*cos+dy*sin), math.Abs(dy*cos-dx*sin)
	halfWidth, halfHeight := v.Width/2+3, v.Size*0.62
	return math.Hypot(max(along-halfWidth, 0), max(across-halfHeight, 0)) < b.Radius()
}

// TestVerbsCoverNoMarks selects every node and relation of networks, and checks that no
// verb covers a box, a title, a badge, the mark at the end of a line, or another verb,
// and that no badge covers such a mark.
func TestVerbsCoverNoMarks(t *testing.T) {
	for name, d := range pictured(t) {
		for _, l := range d.Layouts {
			s, err := scene.New(d, l.Name, scene.Defaults())
			if err != nil {
				t.Fatal(err)
			}
			s.SetStill(true)
			states := []scene.State{{}}
			for _, n := range d.Nodes {
				states = append(states, scene.State{Select: n.ID})
			}
			for _, r := range d.Relations {
				states = append(states, scene.State{Select: r.ID})
			}
			for _, state := range states {
				s.SetState(state)
				s.Advance(1)
				p := drawn(s)
				if p.Card != nil {
					continue // it lies over the picture
				}
				badges := state.Select == "" && !strings.HasPrefix(name, "crowded") // there some have no room at all
				for _, what := range covered(&p, badges) {
					t.Errorf("%s, %s, %q selected: %s", name, l.Name, state.Select, what)
				}
			}
		}
	}
}

// TestVerbsAreNotCutOff shows each step of the story, which zooms in, beside and above a
// panel, and checks that the edge of the view cuts no verb off.
func TestVerbsAreNotCutOff(t *testing.T) {
	for lang, d := range map[string]*scene.LaidOutNetwork{"en": shipped(t), "fa": shipped(t).In("fa")} {
		for name, area := range areas {
			s, verbs := sceneIn(t, d, area), 0
			for _, step := range d.Story {
				s.SetState(scene.State{Step: step.ID})
				s.Advance(1)
				v, left, right := s.View(), area[1].X, area[1].X+area[1].W
				for _, m := range drawn(s).Verbs {
					verbs++
					at, half := area[0].W/2+(m.At.X-v.X)*v.Zoom, m.Width/2*v.Zoom
					if at > left && at < right && (at-half < left || at+half > right) {
						t.Errorf("%s, %s, %s: %q reaches from %.0f to %.0f", lang, name, step.ID, m.Text, at-half, at+half)
					}
				}
			}
			if verbs == 0 {
				t.Errorf("%s, %s: no verbs", lang, name)
			}
		}
	}
}

// pictured returns drawings by their names: the shipped network, in Persian too, the
// example and a generated one.
func pictured(t *testing.T) map[string]*scene.LaidOutNetwork {
	t.Helper()
	d := shipped(t)
	all := map[string]*scene.LaidOutNetwork{"shipped": d, "in Persian": d.In("fa")}
	sizes := []int{14, 30}
	if testing.Short() {
		sizes = sizes[:1]
	}
	for _, n := range sizes {
		made, err := compose.Compose(crowded(n))
		if err != nil {
			t.Fatal(err)
		}
		all[made.ID] = made
	}
	return all
}

// crowded returns a network of n nodes with many relations and long verbs.
func crowded(n int) *network.Network {
	rng := rand.New(rand.NewPCG(uint64(n), 1))
	net := &network.Network{ID: fmt.Sprint("crowded-", n), Title: "Crowded", Root: "n0", Lead: []string{"r0", "r1"}}
	kinds := []network.RelationKind{"command", "arms", "attack", "coordination", "friendship"}
	verbs := []string{"arms", "is said to have trained", "commanded until 2020", "fights"}
	for i := range n {
		net.Nodes = append(net.Nodes, network.Node{ID: fmt.Sprint("n", i), Label: fmt.Sprint("Office ", i), Kind: network.NodeKinds[i%6]})
	}
	for i := range 2 * n {
		a, b := i/2, (i+1)%n
		if i > 1 {
			a, b = rng.IntN(n), rng.IntN(n)
		}
		if a != b {
			net.Relations = append(net.Relations, network.Relation{
				ID: fmt.Sprint("r", i), From: fmt.Sprint("n", a), To: fmt.Sprint("n", b), Directed: true,
				Kind: kinds[i%len(kinds)], Verb: verbs[i%len(verbs)], Status: network.Statuses[i%4],
			})
		}
	}
	return net
}

// covered lists the marks that verbs cover and, if badges is true, those that these do.
func covered(p *scene.Picture, badges bool) (what []string) {
	type area struct {
		of string
		scene.Rect
	}
	grown := func(x, y, w, h float64) scene.Rect { return scene.Rect{X: x - w/2, Y: y - h/2, W: w, H: h} }
	var boxes, heads, signs, verbs []area
	for _, b := range p.Boxes {
		boxes = append(boxes, area{b.ID, grown(b.At.X, b.At.Y, b.W, b.H)})
	}
	for _, f := range p.Frames {
		boxes = append(boxes, area{"the title of " + f.ID, scene.Rect{X: f.Title.X, Y: f.Title.Y - f.Size/2, W: scene.TextWidth(f.Lines[0], f.Size, f.Bold), H: f.Size}})
	}
	for _, e := range p.Ends {
		at := e.Points()
		low, high := at[0], at[0]
		for _, v := range at {
			low, high = scene.Vec{X: min(low.X, v.X), Y: min(low.Y, v.Y)}, scene.Vec{X: max(high.X, v.X), Y: max(high.Y, v.Y)}
		}
		heads = append(heads, area{"the mark at the end of " + e.ID, scene.Rect{X: low.X, Y: low.Y, W: high.X - low.X, H: high.Y - low.Y}})
	}
	for _, b := range p.Badges {
		signs = append(signs, area{fmt.Sprintf("the badge %q at %.0f", b.Text, b.At), grown(b.At.X, b.At.Y, 2*b.Radius(), 2*b.Radius())})
	}
	check := func(who area, list []area) {
		for _, o := range list {
			if who.X < o.X+o.W && o.X < who.X+who.W && who.Y < o.Y+o.H && o.Y < who.Y+who.H {
				what = append(what, who.of+" covers "+o.of)
			}
		}
	}
	for _, v := range p.Verbs {
		w, h := v.Ground()
		verb := area{fmt.Sprintf("%q", v.Text), grown(v.At.X, v.At.Y, w, h)}
		for _, list := range [][]area{boxes, heads, signs, verbs} {
			check(verb, list)
		}
		verbs = append(verbs, verb)
	}
	for _, b := range signs {
		if badges {
			check(b, heads)
		}
	}
	return what
}

// TestVerbLeavesItsBadgeVisible selects and hovers relations of every status with a
// badge, with verbs that are shorter and much longer than their lines.
func TestVerbLeavesItsBadgeVisible(t *testing.T) {
	for _, status := range []network.Status{network.Attributed, network.Ambiguous, network.Resolved} {
		for _, verb := range []string{"paid", "is said to have paid money to", strings.Repeat("may have lent a ship to ", 8)} {
			for _, area := range []scene.Rect{{W: 800, H: 600}, {W: 390, H: 640}} {
				d := small()
				for i := range d.Relations {
					d.Relations[i].Status, d.Relations[i].Verb = status, verb
				}
				for _, r := range d.Relations {
					for _, state := range []scene.State{{Select: r.ID}, {Hover: r.ID}, {Select: r.From}} {
						s, err := scene.New(d, "wide", scene.Defaults())
						if err != nil {
							t.Fatal(err)
						}
						s.SetStill(true)
						s.SetArea(area, area)
						s.SetState(state)
						s.Advance(1)
						var p scene.Picture
						s.Picture(&p)
						if state.Select != r.From && p.Card == nil && len(p.Verbs) == 0 {
							t.Fatalf("%+v: got %d verbs and no card, want one of them", state, len(p.Verbs))
						}
						if len(p.Badges) == 0 {
							t.Errorf("%s, %+v: got no badge", status, state)
						}
						for _, b := range p.Badges {
							if b.ID != r.ID {
								continue
							}
							for _, v := range p.Verbs {
								if covers(v, b) {
									t.Errorf("%s, %q, %+v: the verb covers the %s of %s", status, verb, state, b.Text, b.ID)
								}
							}
						}
					}
				}
			}
		}
	}
}
