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
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return "", err
	}
	var p scene.Picture
	s.Picture(&p)
	w := &writer{}
	for _, l := range d.Layouts {
		if l.Name == layout {
			w.printf(`<svg class="poster poster-%s" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" preserveAspectRatio="xMidYMid meet" role="img" aria-label="%s">`,
				layout, num(l.Width), num(l.Height), html.EscapeString(d.Title))
		}
	}
	for _, m := range p.Strands {
		if m.Lead {
			w.printf(`<path class="p-line s-%s" d="%s" stroke-width="%s"/>`+"\n", scene.Lead, curve(m.Curve), num(scene.Band))
		}
	}
	for _, m := range p.Strands {
		w.strand(m)
	}
	for _, m := range p.Badges {
		w.badge(m)
	}
	for _, m := range p.Boxes {
		w.box(m)
	}
	w.printf("</svg>\n")
	return w.String(), nil
}

type writer struct{ strings.Builder }

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// link opens the link to what tells of id. The links are for the mouse: the
// list of names is the way for keyboards and screen readers.
func (w *writer) link(id string) {
	id = html.EscapeString(id)
	w.printf(`<a href="#e-%s" data-select="%s" tabindex="-1">`, id, id)
}

func (w *writer) strand(m scene.StrandMark) {
	w.link(m.ID)
	path := curve(m.Body)
	w.printf(`<path class="p-reach" d="%s"/>`, path)
	if m.Alpha < 1 {
		w.printf(`<g opacity="%s">`, num(m.Alpha))
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
	w.printf(`<g class="p-badge"><circle class="f-%s s-%s" cx="%s" cy="%s" r="%s"/><text class="f-%s" x="%s" y="%s" font-size="%s">%s</text></g>`+"\n",
		scene.Paper, m.Paint, num(m.At.X), num(m.At.Y), num(m.Radius()), m.Paint,
		num(m.At.X), num(m.At.Y+m.Drop()), num(m.Size), html.EscapeString(m.Text))
}

func (w *writer) box(m scene.BoxMark) {
	w.link(m.ID)
	w.rect(m, 0, "f-"+string(scene.Fill(m.Kind)))
	if m.Shape.Inset > 0 {
		w.rect(m, m.Shape.Inset, "p-open")
	}
	for i, line := range m.Lines {
		w.printf(`<text class="p-label f-%s" x="%s" y="%s" font-size="%s">%s</text>`,
			scene.Ink, num(m.At.X), num(m.Baseline(i)), num(m.Size), html.EscapeString(line))
	}
	w.printf("</a>\n")
}

func (w *writer) rect(m scene.BoxMark, inset float64, fill string) {
	width, height := m.W-2*inset, m.H-2*inset
	dash := ""
	if m.Shape.Dash[0] > 0 {
		dash = fmt.Sprintf(` stroke-dasharray="%s %s"`, num(m.Shape.Dash[0]), num(m.Shape.Dash[1]))
	}
	w.printf(`<rect class="%s s-%s" x="%s" y="%s" width="%s" height="%s" rx="%s" stroke-width="%s"%s/>`,
		fill, scene.Edge(m.Kind), num(m.At.X-width/2), num(m.At.Y-height/2), num(width), num(height),
		num(m.Radius(inset)), num(m.Shape.Border), dash)
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
