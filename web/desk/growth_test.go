package desk_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/metrics"
	"proxynet/web/desk"
)

// stage is the size of the desk's picture area in CSS pixels, without its margin of 16.
type stage struct{ width, height float64 }

// stages are the areas on a screen of 1280×800 and on a tablet.
var stages = map[string]stage{"tall": {352, 660}, "wide": {736, 360}}

var viewBox = regexp.MustCompile(`viewBox="(\S+) (\S+) (\S+) (\S+)"`)

// legible is the minimum font size in pixels: a picture with smaller type is enlarged
// beyond the stage, and authors scroll it.
const legible = 12

// onScreen returns the centres of a picture's boxes on a stage, in pixels as the
// browser shows them, and the pixels per unit of the picture.
func (s stage) onScreen(t *testing.T, p *desk.Picture) (map[string][2]float64, float64) {
	t.Helper()
	m := viewBox.FindStringSubmatch(p.SVG)
	if m == nil {
		t.Fatal("a picture has no viewBox")
	}
	var v [4]float64
	for i := range v {
		if _, err := fmt.Sscan(m[i+1], &v[i]); err != nil {
			t.Fatal(err)
		}
	}
	read, err := metrics.Read([]byte(p.SVG))
	if err != nil {
		t.Fatal(err)
	}
	scale := max(min(s.width/v[2], s.height/v[3]), legible/slices.Min(read.Type))
	at := make(map[string][2]float64)
	for id, q := range p.Places {
		at[id] = [2]float64{(s.width-scale*v[2])/2 + scale*(q.X-v[0]), (s.height-scale*v[3])/2 + scale*(q.Y-v[1])}
	}
	return at, scale
}

// growth measures what an author's steps do to a picture.
type growth struct {
	moved     []int     // boxes that moved by more than 20 pixels, by step
	most      []float64 // the largest move, by step, in pixels
	problems  []string  // lines within 2 pixels of a foreign box, and boxes that overlap
	crossings int       // in the last measured picture
	scale     float64   // in the last picture
}

// notable is the length of a move that an author notices, in pixels.
const notable = 20

// look measures the picture after a step.
func (g *growth) look(t *testing.T, s stage, before, after *desk.Picture) {
	t.Helper()
	now, scale := s.onScreen(t, after)
	if before != nil {
		was, _ := s.onScreen(t, before)
		moved, most := 0, 0.0
		var dx, dy []float64
		for id, p := range was {
			if q, kept := now[id]; kept {
				dx, dy = append(dx, q[0]-p[0]), append(dy, q[1]-p[1])
			}
		}
		x, y := share(dx, 0.5), share(dy, 0.5) // the page scrolls by this
		for id, p := range was {
			q, kept := now[id]
			if !kept {
				continue
			}
			d := math.Hypot(p[0]-q[0]+x, p[1]-q[1]+y)
			if d > notable {
				moved++
			}
			most = max(most, d)
		}
		g.moved, g.most = append(g.moved, moved), append(g.most, most)
	}
	g.scale = scale
	if testing.Short() && len(g.moved)%20 != 0 { // measuring is slow
		return
	}
	read, err := metrics.Read([]byte(after.SVG))
	if err != nil {
		t.Fatal(err)
	}
	m := metrics.Measure(read, metrics.Options{})
	g.crossings = m.Crossings
	if m.Behind+m.Overlaps > 0 {
		g.problems = append(g.problems, fmt.Sprintf("step %d: %v", len(g.moved), m.Problems))
	}
}

// share returns the quantile of values at the given share.
func share[T int | float64](values []T, of float64) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(of*float64(len(sorted))), len(sorted)-1)]
}

// blocks returns the top-level parts of a YAML text that have the given keys.
func blocks(text string, keys ...string) string {
	var out strings.Builder
	kept := false
	for line := range strings.Lines(text) {
		if key, _, ok := strings.Cut(line, ":"); ok && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz-") == "" && key != "" {
			kept = slices.Contains(keys, key)
		}
		if kept {
			out.WriteString(line)
		}
	}
	return out.String()
}

// replay makes the relations of a network one by one, like an author, starting from the
// part of its file before the passages, and finally sets its lead. It calls step after
// each relation.
func replay(t *testing.T, name, article string, step func(p *page)) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	document, err := file.Read("n", data)
	if err != nil {
		t.Fatal(err)
	}
	n := document.Network
	words := articleOf(n)
	if article != "" {
		data, err := os.ReadFile(article)
		if err != nil {
			t.Fatal(err)
		}
		words = string(data)
	}
	text := blocks(string(data), "format", "id", "title", "summary", "lang", "kinds", "families", "chains", "sources") + "speakers:\n"
	for _, s := range n.Speakers {
		text += fmt.Sprintf("  - {id: %s, label: %q, kind: %s}\n", s.ID, s.Label, s.Kind)
	}
	p := newPage(t, text, words)
	if len(p.view.Diagnostics) > 0 {
		t.Fatal(p.view.Diagnostics)
	}
	passage := make(map[string]*network.Passage)
	for i := range n.Passages {
		passage[n.Passages[i].ID] = &n.Passages[i]
	}
	made := make(map[string]string) // ids of nodes and relations, by those of n
	end := func(id string) any {
		if made[id] != "" {
			return made[id]
		}
		v := n.Nodes[slices.IndexFunc(n.Nodes, func(v network.Node) bool { return v.ID == id })]
		return values{"label": v.Label, "kind": v.Kind}
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		q := passage[r.Passages[0]]
		a := p.do(values{
			"do": "relation", "selection": p.words(q.Selector.Exact), "from": end(r.From), "to": end(r.To), "kind": r.Kind, "verb": r.Verb, "status": r.Status,
			"inference": r.Inference, "past": r.Past, "open": r.Open, "speaker": q.Speaker, "manner": q.Manner,
		})
		made[r.ID] = a.Made[len(a.Made)-1]
		for _, v := range p.view.Nodes {
			for _, o := range n.Nodes {
				if o.Label == v.Label {
					made[o.ID] = v.ID
				}
			}
		}
		step(p)
	}
	lead := make([]string, len(n.Lead))
	for i, id := range n.Lead {
		lead[i] = made[id]
	}
	p.do(values{"do": "meta", "root": made[n.Root]})
	step(p)
	p.do(values{"do": "meta", "lead": lead})
	step(p)
}

// TestPictureKeepsPlacesOfGrowingNetwork makes two networks relation by relation, and
// measures how far boxes move at each step, in pixels on the desk.
func TestPictureKeepsPlacesOfGrowingNetwork(t *testing.T) {
	for _, o := range []struct{ network, article string }{shipped[0], shipped[2]} {
		grown := make(map[string]*growth)
		before := make(map[string]*desk.Picture)
		for layout := range stages {
			grown[layout] = &growth{}
		}
		replay(t, o.network, o.article, func(p *page) {
			for layout, s := range stages {
				after, err := p.engine.Picture(desk.PictureOrder{Layout: layout, Width: s.width, Height: s.height})
				if err != nil {
					t.Fatal(err)
				}
				grown[layout].look(t, s, before[layout], after)
				before[layout] = after
			}
		})
		for layout, g := range grown {
			name := filepath.Base(o.network) + " " + layout
			if dir := os.Getenv("PICTURES"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".svg"), []byte(before[layout].SVG), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			t.Logf("%s: %d steps; boxes moved by more than %d px: median %d, 95th %d, most %d; largest move: median %.0f, 95th %.0f, most %.0f px; at last %d crossings, scale %.2f",
				name, len(g.moved), notable, share(g.moved, 0.5), share(g.moved, 0.95), slices.Max(g.moved), share(g.most, 0.5), share(g.most, 0.95), slices.Max(g.most), g.crossings, g.scale)
			if len(g.problems) > 0 {
				t.Errorf("%s: %v", name, g.problems)
			}
			if m, moved, most := share(g.most, 0.5), share(g.moved, 0.9), share(g.most, 0.9); m > 2 || moved > 0 || most > notable {
				t.Errorf("%s: in half of the steps a box moves by %.0f px, in a tenth %d boxes by more than %d, up to %.0f", name, m, moved, notable, most)
			}
		}
	}
}
