package legend

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// Words are the texts of a legend, by the part that they explain: "lead", "cable",
// "number", "counted", "frame", "past", "denied"; "node.", "family.", "relation.",
// "status." or "legal." with a kind, family, status or stage. A part without a text is
// left out.
type Words map[string]string

// Renderer draws a band.
type Renderer interface {
	scene.Renderer
	// Within calls draw, whose marks are scaled and have their origin at a point.
	Within(at scene.Vec, scale float64, draw func())
}

// Band is a legend set in columns, in CSS pixels from its top left corner.
type Band struct {
	Width, Height float64 // Height is 0 if there is nothing to explain
	entries       []entry
	size          float64 // of the type
	room          float64 // width of the texts
}

// entry is a swatch with its text.
type entry struct {
	swatch     Swatch
	text, more string // more is set smaller beneath it
	lines      []string
	muted      int // number of lines at the end that show more
	at         scene.Vec
	height     float64
}

// The measures of a band, in sizes of its type.
const (
	leading   = 1.25 // distance of lines
	between   = 0.35 // entries
	gutter    = 1.5  // between columns
	beside    = 0.6  // between a swatch and its text
	narrowest = 13   // a column
	above     = 0.8  // the first entry, and beneath the last
)

// Of returns the legend of what a scene shows in an area of the world, set in a band of
// the given width and type size, in CSS pixels.
func Of(s *scene.Scene, area scene.Rect, words Words, width, size float64) *Band {
	b := &Band{Width: width, size: size}
	b.list(s, area, words)
	if len(b.entries) > 0 {
		b.set()
	}
	return b
}

// list lists the entries.
func (b *Band) list(s *scene.Scene, area scene.Rect, texts Words) {
	n := s.Network()
	var m *diagram.Model
	if s.Points() == nil {
		m = diagram.New(n)
	}
	nodes, relations := s.InView(area)
	p := PartsOf(n, m, nodes, relations)
	draw := Swatches{n.Vocabulary, s.Mirrored()}
	add := func(part string, swatch func() Swatch, more string) {
		if text := texts[part]; text != "" {
			b.entries = append(b.entries, entry{swatch: swatch(), text: text, more: more})
		}
	}
	if m != nil {
		b.signs(s, area, &p, add)
	}
	for _, k := range p.Nodes {
		add("node."+string(k), func() Swatch {
			if m == nil {
				return draw.Dot(k)
			}
			return draw.Node(k)
		}, "")
	}
	for _, f := range p.Families {
		line := func() Swatch { return draw.Line(f.Kinds[0], network.Stated, false) }
		if m == nil {
			add("family."+string(f.Family), func() Swatch { return draw.plain(f.Family) }, "")
			continue
		}
		if f.Apart {
			for _, k := range f.Kinds {
				add("relation."+string(k), func() Swatch { return draw.Line(k, network.Stated, false) }, "")
			}
			continue
		}
		more := ""
		if f.Family == network.Command && len(f.Kinds) > 1 { // a place above in the chain must not pass for command
			var kinds []string
			for _, k := range f.Kinds {
				kinds = append(kinds, texts["relation."+string(k)])
			}
			more = strings.Join(kinds, " · ")
		}
		add("family."+string(f.Family), line, more)
	}
	if m == nil {
		return
	}
	for _, status := range p.Statuses {
		add("status."+string(status), func() Swatch { return draw.Status(status) }, "")
	}
	if p.Denied {
		add("denied", draw.Denied, "")
	}
	for _, stage := range p.Legal {
		add("legal."+string(stage), func() Swatch { return draw.Legal(stage) }, "")
	}
}

// signs lists the entries of the lead, cables, frames and the past.
func (b *Band) signs(s *scene.Scene, area scene.Rect, p *Parts, add func(string, func() Swatch, string)) {
	n := s.Network()
	draw := Swatches{n.Vocabulary, s.Mirrored()}
	if p.Lead != nil {
		add("lead", func() Swatch { return draw.Lead(p.LeadKind(n), p.Lead.Status) }, "")
	}
	if p.Cable != nil {
		add("cable", func() Swatch { return draw.Families(p.Cable) }, "")
	}
	var drawn scene.Picture
	s.Picture(&drawn)
	for _, m := range drawn.Badges {
		if m.Face == scene.Count && area.Contains(m.At.X, m.At.Y) {
			add("number", func() Swatch { return number(m.Text) }, "")
			break
		}
	}
	for _, m := range drawn.Words {
		if strings.ContainsAny(m.Text, "→←↔↓↑↕") && area.Contains(m.At.X, m.At.Y) {
			add("counted", func() Swatch { return words(m.Text, min(m.Size, b.size)) }, "")
			break
		}
	}
	if p.Frame != "" {
		add("frame", func() Swatch { return draw.Frame(p.Frame) }, "")
	}
	if p.Past {
		add("past", draw.Past, "")
	}
}

// set wraps the texts and places the entries in columns, read one after the other, using
// the least height that holds them.
func (b *Band) set() {
	columns := max(1, int((b.Width+gutter*b.size)/((narrowest+gutter)*b.size)))
	columns = min(columns, len(b.entries))
	column := (b.Width - float64(columns-1)*gutter*b.size) / float64(columns)
	room := column - SwatchWidth - beside*b.size
	b.room = room
	tallest, all := 0.0, 0.0
	for i := range b.entries {
		e := &b.entries[i]
		e.lines, _ = scene.Wrap(e.text, room, room, b.size, false)
		if e.more != "" {
			more, _ := scene.Wrap(e.more, room, room, b.size, false)
			e.lines, e.muted = append(e.lines, more...), len(more)
		}
		e.height = max(float64(len(e.lines))*leading*b.size, SwatchHeight) + between*b.size
		tallest, all = max(tallest, e.height), all+e.height
	}
	most := max(tallest, all/float64(columns))
	for !b.fits(columns, most) {
		most++
	}
	rtl := b.rtl()
	x, y, low := 0.0, 0.0, 0.0
	for i := range b.entries {
		e := &b.entries[i]
		if y+e.height > most+1e-6 {
			x, y = x+column+gutter*b.size, 0
		}
		e.at = scene.Vec{X: x, Y: y + above*b.size}
		if rtl {
			e.at.X = b.Width - x - SwatchWidth
		}
		y += e.height
		low = max(low, y)
	}
	b.Height = low + (2*above-between)*b.size
}

// fits reports whether the entries fit into columns of a height.
func (b *Band) fits(columns int, most float64) bool {
	y := 0.0
	for i := range b.entries {
		if h := b.entries[i].height; y+h > most+1e-6 {
			columns, y = columns-1, h
		} else {
			y += h
		}
	}
	return columns > 0
}

// rtl reports whether the legend is read from the right.
func (b *Band) rtl() bool {
	rtl := 0
	for i := range b.entries {
		if scene.RTL(b.entries[i].text) {
			rtl++
		}
	}
	return 2*rtl > len(b.entries)
}

// Draw draws the band with its top left corner at a point, scaled.
func (b *Band) Draw(r Renderer, at scene.Vec, scale float64) {
	if b.Height == 0 {
		return
	}
	rtl := b.rtl()
	r.Within(at, scale, func() {
		r.Edge(&scene.EdgeMark{Path: scene.Path{Points: []scene.Vec{{}, {X: b.Width}}}, Line: scene.Line{Width: 1}, Paint: scene.Muted, Alpha: 0.4})
		for i := range b.entries {
			e := &b.entries[i]
			size := SwatchWidth / e.swatch.Width
			r.Within(e.at, size, func() { e.swatch.Picture.Draw(r) })
			right := rtl && scene.RTL(e.text)
			for k, line := range e.lines {
				t := scene.Text{Text: line, Size: b.size, Start: !rtl, End: rtl, RTL: right, Room: b.room, Paint: scene.Ink}
				if k >= len(e.lines)-e.muted {
					t.Paint = scene.Muted
				}
				t.At = scene.Vec{X: e.at.X + SwatchWidth + beside*b.size, Y: e.at.Y + SwatchHeight/2 + (0.36+leading*float64(k))*b.size}
				if rtl {
					t.At.X = e.at.X - beside*b.size
				}
				r.Text(&t, 1)
			}
		}
	})
}

// Texts returns the texts of the entries, in order.
func (b *Band) Texts() []string {
	var all []string
	for i := range b.entries {
		all = append(all, b.entries[i].text)
	}
	return slices.Clip(all)
}
