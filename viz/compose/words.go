package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// Words are the texts that the picture adds to those of the network.
type Words struct {
	Members   string             // behind the title of a frame
	Implied   string             // of a claim that no passage makes outright
	Relations func(n int) string // the number of relations of a line
	Number    func(n int) string
}

// English are the words of an English picture.
func English() Words {
	return Words{
		Members: "members", Implied: "implied",
		Relations: func(n int) string { return fmt.Sprintf("%d relations", n) },
		Number:    strconv.Itoa,
	}
}

// Language is a language in which the picture can be shown.
type Language struct {
	Tag   string // BCP 47
	Words Words
}

// text is a text beside a line, in the network's own language and in others.
type text struct {
	lines []string
	in    map[string][]string // by tag; nil if it is the same in all
}

// phrasing composes the texts of a picture in each of its languages.
type phrasing struct {
	n         *network.Network
	model     *diagram.Model
	format    *Format
	words     Words
	languages []Language // the others in which the picture can be shown
}

// text returns the result of write with the words of each language.
func (p *phrasing) text(write func(w *Words) []string) text {
	return p.textOf(func(w *Words, _ string) []string { return write(w) })
}

// textOf is text for texts that contain texts of the network: write gets the language's
// tag, "" for the network's own.
func (p *phrasing) textOf(write func(w *Words, tag string) []string) text {
	t := text{lines: write(&p.words, "")}
	for _, l := range p.languages {
		if lines := write(&l.Words, l.Tag); !slices.Equal(lines, t.lines) {
			if t.in == nil {
				t.in = map[string][]string{}
			}
			t.in[l.Tag] = lines
		}
	}
	return t
}

// note returns the text after the title of frame i.
func (p *phrasing) note(i int) text {
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

// titles returns the label of a node in every language that it has one in, its own
// first.
func (p *phrasing) titles(node int) []string {
	o := &p.n.Nodes[node]
	all := []string{o.Label}
	for _, l := range p.languages {
		if name := o.Names[l.Tag]; name != "" {
			all = append(all, name)
		}
	}
	return all
}

// size returns the width and height of t beside a line, in whichever language
// it is largest.
func (p *phrasing) size(t text, bold bool) (w, h float64) {
	measure := func(lines []string) {
		for _, l := range lines {
			w = max(w, scene.TextWidth(l, p.format.Verb, bold))
		}
		h = max(h, float64(len(lines))*p.format.Verb*lineHeight)
	}
	measure(t.lines)
	for _, lines := range t.in {
		measure(lines)
	}
	return w, h
}

// lineLabel is a text to be written beside one of the lines of a net.
type lineLabel struct {
	net  int
	text text
	w, h float64
	lead bool // the label of a lead, which must have a place
}

// lineLabels lists the verbs of the lead, each once, and the number of relations of
// every cable that has many, the largest first.
func (p *phrasing) lineLabels() []lineLabel {
	var all []lineLabel
	seen := map[string]bool{}
	for i := range p.model.Nets {
		n := &p.model.Nets[i]
		if n.Class != diagram.Lead {
			continue
		}
		r, implied := p.leadVerb(n)
		verb := p.verb(r, "")
		if key := verb + strconv.FormatBool(implied); verb == "" || seen[key] {
			continue
		} else {
			seen[key] = true
		}
		room := scene.TextWidth(verb, p.format.Verb, true)
		all = append(all, lineLabel{net: i, lead: true, text: p.textOf(func(w *Words, tag string) []string {
			lines := []string{verb}
			if tag != "" { // a translation gets no more room than the original
				lines, _ = scene.Wrap(p.verb(r, tag), room, p.format.Width, p.format.Verb, true)
			}
			if implied {
				lines = append(lines, "("+w.Implied+")")
			}
			return lines
		})})
	}
	leads := len(all)
	for i := range p.model.Nets {
		if n := &p.model.Nets[i]; n.Class != diagram.Lead && len(n.Cables) == 1 && len(p.model.Cables[n.Cables[0]].Relations) >= scene.Labelled {
			all = append(all, lineLabel{net: i, text: p.counted(n.Cables[0])})
		}
	}
	slices.SortStableFunc(all[leads:], func(a, b lineLabel) int { return cmp.Compare(p.relations(&b), p.relations(&a)) })
	for i := range all {
		all[i].w, all[i].h = p.size(all[i].text, all[i].lead)
	}
	return all
}

// relations returns the number of relations of the first cable of s.
func (p *phrasing) relations(s *lineLabel) int {
	return len(p.model.Cables[p.model.Nets[s.net].Cables[0]].Relations)
}

// verb returns the verb of r in a language, or as it is if it has no translation
// or r is nil.
func (p *phrasing) verb(r *network.Relation, tag string) string {
	if r == nil {
		return ""
	}
	if t := p.n.Translation(tag); t != nil && tag != "" && t.Texts[r.ID]["verb"] != "" {
		return t.Texts[r.ID]["verb"]
	}
	return r.Verb
}

// leadVerb returns a relation whose verb all relations of the lead in net n have,
// nil if there is none or it is too long, and whether all of them are implied.
func (p *phrasing) leadVerb(n *diagram.Net) (of *network.Relation, implied bool) {
	verb := ""
	implied = true
	for _, c := range n.Cables {
		for _, i := range p.model.Cables[c].Relations {
			r := &p.n.Relations[i]
			if !slices.Contains(p.n.Lead, r.ID) {
				continue
			}
			if verb != "" && verb != r.Verb {
				return nil, false
			}
			of, verb, implied = r, r.Verb, implied && r.Status == network.Implied
		}
	}
	if strings.Contains(verb, "…") || len([]rune(verb)) > longest {
		return nil, false
	}
	return of, implied
}

// longest is the length above which a verb is only shown on request.
const longest = 24

// counted returns the number of relations of cable c and, unless all run one way, the
// number in each direction. The arrows are placeholders until the label has its place:
// see [ways].
func (p *phrasing) counted(c int) text {
	cable := &p.model.Cables[c]
	forward, backward := 0, 0
	for i := range cable.Groups {
		forward += cable.Groups[i].Forward
		backward += cable.Groups[i].Backward
	}
	both := len(cable.Relations) - forward - backward
	return p.text(func(w *Words) []string {
		lines := []string{w.Relations(len(cable.Relations))}
		var parts []string
		for k, n := range [...]int{forward, backward, both} {
			if n > 0 {
				parts = append(parts, w.Number(n)+" "+string(openWays[k]))
			}
		}
		if len(parts) > 1 {
			lines = append(lines, strings.Join(parts, "  "))
		}
		return lines
	})
}

// openWays are placeholders for the arrows along a line's main direction, against it,
// and in both, until the direction of the line is known.
var openWays = [3]rune{'\uE000', '\uE001', '\uE002'}

// ways replaces the placeholders by the arrows of a line with the direction dx, dy.
func ways(lines []string, dx, dy float64) []string {
	arrows := [3]string{"→", "←", "↔"}
	if max(dy, -dy) > max(dx, -dx) {
		arrows = [3]string{"↓", "↑", "↕"}
	}
	if dx+dy < 0 {
		arrows[0], arrows[1] = arrows[1], arrows[0]
	}
	var pairs []string
	for k, r := range openWays {
		pairs = append(pairs, string(r), arrows[k])
	}
	replace := strings.NewReplacer(pairs...)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = replace.Replace(l)
	}
	return out
}
