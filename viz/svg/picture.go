package svg

import (
	"fmt"
	"html"
	"math"
	"strings"

	"proxynet/viz/scene"
)

// Picture returns the drawing in its named layout, nothing selected, as an inline
// <svg> element. Each node and relation is a link to the part of the page that
// describes it; link returns the attributes of one, such as href="#e-ID", with its
// values escaped.
func Picture(d *scene.LaidOutNetwork, layout string, link func(id string) string) (*Inline, error) {
	return (&writer{entry: link}).inline(d, layout, scene.State{})
}

// Show returns the drawing in any state, as the viewer shows it, but without hover and
// zoom. Links lead to #e-ID, and have the id as data-select.
func Show(d *scene.LaidOutNetwork, layout string, state scene.State) (string, error) {
	return ShowPart(d, layout, state, scene.Rect{})
}

// ShowPart is [Show] for a part of the world. It shows all of it if the part is the zero
// Rect, or if the list of an open cable, which may lie elsewhere, is drawn.
func ShowPart(d *scene.LaidOutNetwork, layout string, state scene.State, part scene.Rect) (string, error) {
	drawn, err := (&writer{part: part}).inline(d, layout, state)
	if err != nil {
		return "", err
	}
	return drawn.String(), nil
}

// Inline is an <svg> element in a page.
type Inline struct{ head, body string }

// String returns the element for a page that has [Style].
func (i *Inline) String() string { return i.head + i.body }

// File returns the picture as a file of its own, with its style.
func (i *Inline) File() []byte {
	style := Style() + ".poster { background: var(--pn-paper); }\n"
	return []byte(i.head + "\n<style>\n" + html.EscapeString(style) + "</style>" + i.body)
}

// inline returns the drawing in a state.
func (w *writer) inline(d *scene.LaidOutNetwork, layout string, state scene.State) (*Inline, error) {
	if err := w.scene(d, layout, state); err != nil {
		return nil, err
	}
	l := d.Layout(layout)
	more := ""
	if l.Long() {
		zoom := l.NaturalZoom()
		more = fmt.Sprintf(` width="%s" height="%s" data-long=""`, num(l.Width*zoom), num(l.Height*zoom))
	}
	if l.Mirrored {
		more += ` data-mirrored=""`
	}
	box := w.part
	if box.W == 0 || w.listed {
		box = scene.Rect{W: l.Width, H: l.Height}
	}
	return &Inline{head(d, layout, box, more), w.String() + "</svg>\n"}, nil
}

// head opens the <svg> element that shows a box of the world.
func head(d *scene.LaidOutNetwork, layout string, box scene.Rect, more string) string {
	return fmt.Sprintf(`<svg class="poster poster-%s" xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s"%s preserveAspectRatio="xMidYMid meet" role="group" aria-label="%s">`,
		layout, num(box.X), num(box.Y), num(box.W), num(box.H), more, html.EscapeString(d.Title))
}

// scene writes the marks of a drawing in a state.
func (w *writer) scene(d *scene.LaidOutNetwork, layout string, state scene.State) error {
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return err
	}
	state.Hover, state.View = "", nil
	s.SetStill(true)
	s.SetState(state)
	s.Advance(1)
	w.drawn = s
	if s.Points() != nil {
		w.points(s)
		return nil
	}
	var p scene.Picture
	s.Picture(&p)
	p.Draw(w)
	return nil
}

// writer writes marks as SVG elements.
type writer struct {
	strings.Builder
	links    links
	to       string                 // address of the page to which links lead, if they are outward
	entry    func(id string) string // attributes of a link to an entry of the page; nil is entryLink
	drawn    *scene.Scene           // whose marks it writes; nil for those of a legend
	part     scene.Rect             // of the world that shows; the zero Rect is all of it
	lettered bool                   // whether any mark has letters
	listed   bool                   // whether any mark is the list of an open cable
}

// links is where the marks of a picture link to.
type links uint8

const (
	inPage  links = iota // links to the entries of the page that has the picture
	outward              // links to the page of the network
	grouped              // none; elements carry the ids
	none                 // none, and nothing else that only a page's picture needs
)

// of is the attribute for a mark of relations, given by their places in the network:
// the page changes the opacity of marks by it.
func (w *writer) of(relations []int) string {
	if w.links != inPage || len(relations) == 0 {
		return ""
	}
	return ` data-of="` + strings.Trim(fmt.Sprint(relations), "[]") + `"`
}

// bearers and cable return the relations of a badge and of words, if a page has them.
func (w *writer) bearers(m *scene.BadgeMark) []int {
	if w.links != inPage || w.drawn == nil {
		return nil
	}
	return w.drawn.Bearers(m)
}

func (w *writer) cable(m *scene.WordMark) []int {
	if w.links != inPage || w.drawn == nil {
		return nil
	}
	return w.drawn.Cable(m.Cable)
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// entryLink returns the attributes of a link to the entry of id in the same page.
func entryLink(id string) string {
	id = html.EscapeString(id)
	return fmt.Sprintf(`href="#e-%s" data-select="%s"`, id, id)
}

// link opens the link to the entry of id, and endLink closes it. The links are for
// the mouse: the list of names is the way for keyboards and screen readers.
func (w *writer) link(id, more string) {
	switch w.links {
	case inPage:
		entry := w.entry
		if entry == nil {
			entry = entryLink
		}
		w.printf(`<a %s tabindex="-1"%s>`, entry(id), more)
	case outward:
		w.printf(`<a href="%s#select=%s">`, html.EscapeString(w.to), html.EscapeString(id))
	case grouped:
		w.printf(`<g data-id="%s">`, html.EscapeString(id))
	}
}

func (w *writer) endLink() {
	switch w.links {
	case inPage, outward:
		w.WriteString("</a>")
	case grouped:
		w.WriteString("</g>")
	}
}

// Card lists the relations of an open cable.
func (w *writer) Card(m *scene.CardMark) {
	w.listed = true
	w.printf(`<g class="p-card">`)
	rect := func(r scene.Rect, radius float64, class, more string) {
		w.printf(`<rect class="%s" x="%s" y="%s" width="%s" height="%s" rx="%s"%s/>`, class, num(r.X), num(r.Y), num(r.W), num(r.H), num(radius), more)
	}
	rect(m.Rect, m.Radius, fmt.Sprintf("f-%s s-%s", scene.Paper, scene.Muted), "")
	for _, r := range m.Rows {
		w.link(r.ID, "")
		if r.Focus {
			rect(r.Rect, 0, "f-"+string(scene.Focus), opacity(scene.Glow))
		} else {
			rect(r.Rect, 0, "f-"+string(scene.Paper), opacity(0))
		}
		w.endLink()
		w.WriteString("\n")
	}
	m.Draw(w)
	w.printf("</g>\n")
}

// Halo draws the disc that shows a node's measure.
func (w *writer) Halo(m *scene.BoxMark) {
	edge := scene.Outline(m.Kind)
	w.printf(`<circle class="f-%s s-%s" cx="%s" cy="%s" r="%s" fill-opacity="%s" stroke-opacity="%s"/>`+"\n",
		edge, edge, num(m.At.X), num(m.At.Y), num(m.Halo), num(scene.Veil*m.Alpha), num(scene.Ring*m.Alpha))
}

// opacity returns the attribute for an opacity below 1.
func opacity(alpha float64) string {
	if alpha >= 1 {
		return ""
	}
	return fmt.Sprintf(` opacity="%s"`, num(alpha))
}

// direction is the attribute for a paragraph from right to left; its lines are
// texts of their own.
func direction(lines ...string) string {
	return reading(scene.RTL(lines...))
}

// reading is the attribute for text that runs from right to left, if rtl is set.
func reading(rtl bool) string {
	if !rtl {
		return ""
	}
	return ` direction="rtl"`
}

// Edge draws a line, or the paper under a cable.
func (w *writer) Edge(m *scene.EdgeMark) {
	d := path(m.Path)
	if m.Casing {
		w.printf(`<path class="p-case s-%s" d="%s" stroke-width="%s"/>`+"\n", scene.Paper, d, num(m.Line.Width))
		return
	}
	w.link(m.ID, ` aria-hidden="true"`) // it has no text
	if m.Focus {
		w.printf(`<path class="p-line s-%s" d="%s" stroke-width="%s"%s/>`, scene.Focus, d, num(scene.Band), opacity(scene.Glow))
	}
	if w.links != none && !m.Again {
		w.printf(`<path class="p-reach" d="%s"/>`, d)
	}
	dash, data := "", w.of(m.Relations)
	if w.links != none && !m.Again {
		lead := ""
		if m.Lead {
			lead = ` data-lead=""`
		}
		data = fmt.Sprintf(` data-net="%d"%s data-ends="%s %s"%s`, m.Net, lead, html.EscapeString(m.From), html.EscapeString(m.To), data)
	}
	if m.Line.Dash[0] > 0 {
		dash = fmt.Sprintf(` stroke-dasharray="%s %s"`, num(m.Line.Dash[0]), num(m.Line.Dash[1]))
	}
	w.printf(`<path class="p-line s-%s" d="%s" stroke-width="%s"%s%s%s/>`,
		m.Paint, d, num(m.Line.Width), dash, opacity(m.Alpha), data)
	w.endLink()
	w.WriteString("\n")
}

// End draws the mark at the end of a line.
func (w *writer) End(m *scene.EndMark) {
	d, fill := polyline(m.Points()...), "p-open"
	if m.Closed {
		d, fill = d+"z", "f-"+string(m.Fill)
	}
	w.printf(`<path class="p-head s-%s %s" d="%s" stroke-width="%s"%s%s/>`+"\n", m.Paint, fill, d, num(m.Width), opacity(m.Alpha), w.of(m.Relations))
}

func (w *writer) Badge(m *scene.BadgeMark) {
	w.printf(`<g class="p-badge"%s%s><circle class="f-%s s-%s" cx="%s" cy="%s" r="%s"/>`,
		opacity(m.Alpha), w.of(w.bearers(m)), m.Ground(), m.Paint, num(m.At.X), num(m.At.Y), num(m.Radius()))
	if m.Text != "" {
		w.lettered = true
		w.printf(`<text class="f-%s" x="%s" y="%s" font-size="%s">%s</text>`, m.Sign(), num(m.At.X), num(m.At.Y+m.Drop()), num(m.Size), html.EscapeString(m.Text))
	}
	if from, to, ok := m.Strike(); ok {
		w.printf(`<path class="s-%s" d="%s"/>`, m.Paint, polyline(from, to))
	}
	w.printf("</g>\n")
}

func (w *writer) Box(m *scene.BoxMark) {
	w.link(m.ID, "")
	if m.Full != "" {
		w.printf("<title>%s</title>", html.EscapeString(m.Full))
	}
	if m.Focus {
		w.outline(m, -scene.RingGap, "f-"+string(m.Fill()), scene.Focus, scene.RingWidth, 1, 1)
	}
	if !m.Frame { // no line shows through
		w.outline(m, 0, "f-"+string(scene.Paper), scene.Paper, m.Shape.Border, 1, 1)
	}
	w.outline(m, 0, "f-"+string(m.Fill()), m.Outline(), m.Shape.Border, m.FillAlpha(), m.OutlineAlpha())
	if m.Shape.Inset > 0 {
		w.outline(m, m.Shape.Inset, "p-open", m.Outline(), m.Shape.Border, 1, m.OutlineAlpha())
	}
	for i, t := range m.Texts(nil) {
		w.Text(&t, m.Text)
		if m.Gone && i < len(m.Lines) {
			from, to := m.Strike(i)
			w.printf(`<path class="p-line s-%s" d="%s" stroke-width="%s"/>`, m.Outline(), polyline(from, to), num(m.Shape.Border))
		}
	}
	w.endLink()
	w.WriteString("\n")
}

// Text sets a line of text.
func (w *writer) Text(t *scene.Text, alpha float64) {
	if t.Text == "" && w.links == none {
		return
	}
	w.lettered = true
	way := reading(t.RTL)
	if t.RTL && t.Start || !t.RTL && t.End {
		way += ` text-anchor="end"` // which is, from right to left, its left side
	}
	w.printf(`<text class="%s f-%s" x="%s" y="%s" font-size="%s"%s%s%s>%s</text>`,
		textClass(t), t.Paint, num(t.At.X), num(t.At.Y), num(t.Size), weight(t.Bold), way, opacity(alpha), html.EscapeString(t.Text))
}

func textClass(t *scene.Text) string {
	if t.Start || t.End {
		return "p-title"
	}
	return "p-label"
}

// Word writes a line of the label of a cable.
func (w *writer) Word(m *scene.WordMark) {
	w.lettered = true
	way, x := direction(m.Text), m.At.X
	if m.Right {
		x += m.Width
	}
	if m.Right == (way == "") {
		way += ` text-anchor="end"` // which is, from right to left, its left side
	}
	w.printf(`<text class="p-word f-%s" x="%s" y="%s" font-size="%s"%s%s%s%s>%s</text>`+"\n",
		m.Paint, num(x), num(m.At.Y), num(m.Size), weight(m.Bold), way, opacity(m.Alpha), w.of(w.cable(m)), html.EscapeString(m.Text))
}

// Verb draws the verb of a relation along its edge, on paper.
func (w *writer) Verb(m *scene.VerbMark) {
	w.lettered = true
	width, height := m.Ground()
	w.printf(`<g class="p-verb" transform="translate(%s %s) rotate(%s)"><rect class="f-%s" x="%s" y="%s" width="%s" height="%s" rx="2"/><text class="f-%s" y="%s" font-size="%s"%s>%s</text></g>`+"\n",
		num(m.At.X), num(m.At.Y), num(m.Angle*180/math.Pi), scene.Paper, num(-width/2), num(-height/2), num(width), num(height),
		m.Paint, num(m.Size*scene.VerbDrop), num(m.Size), direction(m.Text), html.EscapeString(m.Text))
}

// outline draws the box's outline so far inside it (outside, if negative).
func (w *writer) outline(m *scene.BoxMark, inset float64, fill string, edge scene.Paint, border, fillAlpha, edgeAlpha float64) {
	width, height := m.W-2*inset, m.H-2*inset
	more := ""
	if inset == 0 && edge != scene.Paper && w.links != none {
		more = fmt.Sprintf(` data-node="%s"`, html.EscapeString(m.ID))
		if m.Frame {
			more += fmt.Sprintf(` data-members="%s"`, html.EscapeString(strings.Join(m.Members, " ")))
		}
	}
	if m.Shape.Dash[0] > 0 && inset >= 0 {
		more += fmt.Sprintf(` stroke-dasharray="%s %s"`, num(m.Shape.Dash[0]), num(m.Shape.Dash[1]))
	}
	if fillAlpha < 1 {
		more += fmt.Sprintf(` fill-opacity="%s"`, num(fillAlpha))
	}
	if edgeAlpha < 1 {
		more += fmt.Sprintf(` stroke-opacity="%s"`, num(edgeAlpha))
	}
	w.printf(`<rect class="%s s-%s" x="%s" y="%s" width="%s" height="%s" rx="%s" stroke-width="%s"%s/>`,
		fill, edge, num(m.At.X-width/2), num(m.At.Y-height/2), num(width), num(height),
		num(m.Radius(inset)), num(border), more)
}

// num writes a length to a hundredth of a unit.
func num(v float64) string {
	text := fmt.Sprintf("%.2f", math.Round(v*100)/100+0)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}
