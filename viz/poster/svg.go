package poster

import (
	"fmt"
	"html"
	"math"
	"strings"

	"proxynet/viz/scene"
)

// SVG returns the drawing in its named layout, nothing selected, as an inline
// <svg> element. Each node and relation is a link to the part of the page that
// tells of it (#e-ID).
func SVG(d *scene.Drawing, layout string) (string, error) {
	return Show(d, layout, scene.State{})
}

// Show returns the same of a drawing in any state, as the viewer shows it: what
// is hidden, asked and taken out, but neither pointed at nor zoomed.
func Show(d *scene.Drawing, layout string, state scene.State) (string, error) {
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return "", err
	}
	state.Hover, state.View = "", nil
	s.SetStill(true)
	s.SetState(state)
	s.Advance(1)
	w := &writer{}
	for _, l := range d.Layouts {
		if l.Name == layout {
			w.printf(`<svg class="poster poster-%s" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" preserveAspectRatio="xMidYMid meet" role="group" aria-label="%s">`,
				layout, num(l.Width), num(l.Height), html.EscapeString(d.Title))
		}
	}
	if s.IsField() {
		w.field(s)
		w.printf("</svg>\n")
		return w.String(), nil
	}
	var p scene.Picture
	s.Picture(&p)
	for _, m := range p.Boxes {
		w.halo(m)
	}
	for _, m := range p.Strands {
		w.ground(m)
	}
	for _, m := range p.Strands {
		w.strand(m)
	}
	for _, m := range p.Badges {
		if !m.Front {
			w.badge(m)
		}
	}
	for _, m := range p.Boxes {
		w.box(m)
	}
	for _, m := range p.Verbs {
		w.verb(m)
	}
	for _, m := range p.Badges {
		if m.Front {
			w.badge(m)
		}
	}
	w.printf("</svg>\n")
	return w.String(), nil
}

type writer struct{ strings.Builder }

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// link opens the link to what tells of id. The links are for the mouse: the
// list of names is the way for keyboards and screen readers.
func (w *writer) link(id, more string) {
	id = html.EscapeString(id)
	w.printf(`<a href="#e-%s" data-select="%s" tabindex="-1"%s>`, id, id, more)
}

// halo draws the disc that shows a node's measure.
func (w *writer) halo(m scene.BoxMark) {
	if m.Halo > 0 {
		edge := scene.Edge(m.Kind)
		w.printf(`<circle class="f-%s s-%s" cx="%s" cy="%s" r="%s" fill-opacity="%s" stroke-opacity="%s"/>`+"\n",
			edge, edge, num(m.At.X), num(m.At.Y), num(m.Halo), num(scene.Veil*m.Alpha), num(scene.Ring*m.Alpha))
	}
}

// ground draws the band under a strand that leads or is in focus.
func (w *writer) ground(m scene.StrandMark) {
	paint, alpha := scene.Lead, m.Alpha
	switch {
	case m.Focus:
		paint, alpha = scene.Focus, scene.Glow
	case !m.Lead:
		return
	}
	w.printf(`<path class="p-line s-%s" d="%s" stroke-width="%s"%s/>`+"\n", paint, curve(m.Curve), num(scene.Band), opacity(alpha))
}

// opacity is the attribute for what is not opaque.
func opacity(alpha float64) string {
	if alpha >= 1 {
		return ""
	}
	return fmt.Sprintf(` opacity="%s"`, num(alpha))
}

// direction is the attribute for a paragraph from right to left; its lines are
// texts of their own.
func direction(lines ...string) string {
	if !scene.RTL(lines...) {
		return ""
	}
	return ` direction="rtl"`
}

func (w *writer) strand(m scene.StrandMark) {
	w.link(m.ID, ` aria-hidden="true"`) // it has no text
	path := curve(m.Body)
	w.printf(`<path class="p-reach" d="%s"/>`, path)
	if m.Alpha < 1 {
		w.printf(`<g%s>`, opacity(m.Alpha))
	}
	width := m.Line.Width
	if m.Hollow {
		width += hollow
	}
	dash := ""
	if m.Line.Dash[0] > 0 {
		dash = fmt.Sprintf(` stroke-dasharray="%s %s"`, num(m.Line.Dash[0]), num(m.Line.Dash[1]))
	}
	w.printf(`<path class="p-line s-%s" d="%s" stroke-width="%s"%s/>`, m.Paint, path, num(width), dash)
	if m.Hollow {
		w.printf(`<path class="p-line s-%s" d="%s" stroke-width="%s"/>`, scene.Paper, path, num(width-2*rail))
	}
	if len(m.Head.Points()) > 0 {
		var pts []string
		for _, v := range m.Head.Points() {
			pts = append(pts, num(v.X)+" "+num(v.Y))
		}
		d, fill := "M"+strings.Join(pts, "L"), "p-open"
		if m.Head.Closed {
			d, fill = d+"Z", "f-"+string(m.Head.Fill)
		}
		w.printf(`<path class="p-head s-%s %s" d="%s" stroke-width="%s"/>`, m.Paint, fill, d, num(m.Head.Width))
	}
	if m.Alpha < 1 {
		w.printf("</g>")
	}
	w.printf("</a>\n")
}

// A hollow line is wider by hollow than a full one, and has rails of this width.
const (
	hollow = scene.Hollow
	rail   = scene.Rail
)

func (w *writer) badge(m scene.BadgeMark) {
	w.printf(`<g class="p-badge"%s><circle class="f-%s s-%s" cx="%s" cy="%s" r="%s"/><text class="f-%s" x="%s" y="%s" font-size="%s">%s</text></g>`+"\n",
		opacity(m.Alpha), scene.Paper, m.Paint, num(m.At.X), num(m.At.Y), num(m.Radius()), m.Paint,
		num(m.At.X), num(m.At.Y+m.Drop()), num(m.Size), html.EscapeString(m.Text))
}

func (w *writer) box(m scene.BoxMark) {
	w.link(m.ID, "")
	if m.Full != "" {
		w.printf("<title>%s</title>", html.EscapeString(m.Full))
	}
	if m.Focus {
		w.outline(m, -3, "f-"+string(m.Fill()), scene.Focus, 2.5)
	}
	if m.Alpha < 1 { // no line shows through
		w.outline(m, 0, "f-"+string(scene.Paper), scene.Paper, m.Shape.Border)
		w.printf(`<g%s>`, opacity(m.Alpha))
	}
	w.outline(m, 0, "f-"+string(m.Fill()), m.Edge(), m.Shape.Border)
	if m.Shape.Inset > 0 {
		w.outline(m, m.Shape.Inset, "p-open", m.Edge(), m.Shape.Border)
	}
	if m.Alpha < 1 {
		w.printf("</g>")
	}
	for i, line := range m.Lines {
		w.printf(`<text class="p-label f-%s" x="%s" y="%s" font-size="%s"%s%s>%s</text>`,
			m.Ink(), num(m.At.X), num(m.Baseline(i)), num(m.Size), direction(m.Lines...), opacity(m.Text), html.EscapeString(line))
		if from, to := m.Strike(i); m.Gone {
			w.printf(`<path class="p-line s-%s" d="M%s %sL%s %s" stroke-width="%s"/>`,
				m.Edge(), num(from.X), num(from.Y), num(to.X), num(to.Y), num(m.Shape.Border))
		}
	}
	w.printf("</a>\n")
}

// verb sets what a relation says along its strand, on a ground of paper.
func (w *writer) verb(m scene.VerbMark) {
	width, height := m.Width+6, m.Size*1.24
	w.printf(`<g class="p-verb" transform="translate(%s %s) rotate(%s)"><rect class="f-%s" x="%s" y="%s" width="%s" height="%s" rx="2"/><text class="f-%s" y="%s" font-size="%s"%s>%s</text></g>`+"\n",
		num(m.At.X), num(m.At.Y), num(m.Angle*180/math.Pi), scene.Paper, num(-width/2), num(-height/2), num(width), num(height),
		m.Paint, num(m.Size*0.34), num(m.Size), direction(m.Text), html.EscapeString(m.Text))
}

// outline draws the box's outline so far inside it (outside, if negative).
func (w *writer) outline(m scene.BoxMark, inset float64, fill string, edge scene.Paint, border float64) {
	width, height := m.W-2*inset, m.H-2*inset
	dash := ""
	if m.Shape.Dash[0] > 0 && inset >= 0 {
		dash = fmt.Sprintf(` stroke-dasharray="%s %s"`, num(m.Shape.Dash[0]), num(m.Shape.Dash[1]))
	}
	w.printf(`<rect class="%s s-%s" x="%s" y="%s" width="%s" height="%s" rx="%s" stroke-width="%s"%s/>`,
		fill, edge, num(m.At.X-width/2), num(m.At.Y-height/2), num(width), num(height),
		num(m.Radius(inset)), num(border), dash)
}

func curve(c scene.Curve) string {
	if c.Straight() {
		return fmt.Sprintf("M%s %sL%s %s", num(c[0].X), num(c[0].Y), num(c[2].X), num(c[2].Y))
	}
	return fmt.Sprintf("M%s %sQ%s %s %s %s", num(c[0].X), num(c[0].Y), num(c[1].X), num(c[1].Y), num(c[2].X), num(c[2].Y))
}

// num writes a length to a hundredth of a unit.
func num(v float64) string {
	text := fmt.Sprintf("%.2f", math.Round(v*100)/100+0)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}
