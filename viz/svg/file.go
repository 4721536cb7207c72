package svg

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"

	"proxynet/viz/legend"
	"proxynet/viz/scene"
)

// Notes are the texts beneath a picture that is saved.
type Notes struct {
	Legend legend.Words // no legend if there are none
	Credit string       // a line about its source
}

// File returns the drawing in its named layout as a self-contained SVG file: light,
// with its size and its own style, in which colours are written out, since few
// programs but browsers know custom properties. The notes are beneath. Links lead to
// the network's page at the address; if it is "", there are none.
func File(d *scene.LaidOutNetwork, layout, address string, notes Notes) (string, error) {
	w := &writer{links: grouped}
	if address != "" {
		w.links, w.to = outward, address
	}
	head, body, err := w.sheet(d, layout, scene.State{}, 0, 0, notes)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s\n<title>%s</title>\n<style>\n%s</style>\n%s",
		head, html.EscapeString(d.Title), plainStyle(), body), nil
}

// Figure returns the drawing in its named layout as an SVG for articles, with its
// heading above and the notes beneath, in the reader's color scheme; and its size in
// CSS pixels.
func Figure(d *scene.LaidOutNetwork, layout string, notes Notes) (drawn *Inline, width, height float64, err error) {
	w := &writer{}
	f, err := w.frame(d, layout, scene.State{}, 0, 0, notes)
	if err != nil {
		return nil, 0, 0, err
	}
	tag, body := f.write(w.String())
	width, height = f.size()
	return &Inline{tag, body}, width, height, nil
}

// Sheet returns the drawing in a state as an SVG for saving: the whole drawing or, if
// the state has a view, the visible part in an area of the given size in CSS pixels,
// with the heading above and the notes below. Its colours are classes.
func Sheet(d *scene.LaidOutNetwork, layout string, state scene.State, width, height float64, notes Notes) (string, error) {
	head, body, err := (&writer{}).sheet(d, layout, state, width, height, notes)
	return head + body, err
}

// sheet returns the tag that opens [Sheet], and the rest.
func (w *writer) sheet(d *scene.LaidOutNetwork, layout string, state scene.State, width, height float64, notes Notes) (tag, body string, err error) {
	f, err := w.frame(d, layout, state, width, height, notes)
	if err != nil {
		return "", "", err
	}
	tag, body = f.write(w.String())
	return tag, body, nil
}

// sheet is a picture on paper, with what is around it.
type sheet struct {
	d      *scene.LaidOutNetwork
	layout string
	box    scene.Rect // what is seen of the world
	unit   float64    // length of a CSS pixel in the world
	lines  []scene.Text
	top    float64 // height of the heading in CSS pixels
	legend *legend.Band
	credit string
}

// frame writes the marks of a picture, and returns the sheet on which they are.
func (w *writer) frame(d *scene.LaidOutNetwork, layout string, state scene.State, width, height float64, notes Notes) (*sheet, error) {
	if err := w.scene(d, layout, state); err != nil {
		return nil, err
	}
	l := d.Layout(layout)
	f := &sheet{d: d, layout: layout, box: scene.Rect{W: l.Width, H: l.Height}, unit: 1, credit: notes.Credit}
	if v := state.View; v != nil {
		f.unit = 1 / v.Zoom
		f.box = scene.Rect{X: v.X - width/v.Zoom/2, Y: v.Y - height/v.Zoom/2, W: width / v.Zoom, H: height / v.Zoom}
	}
	f.lines, f.top = Heading(d, f.box.W/f.unit)
	f.legend = legend.Of(w.drawn, f.box, notes.Legend, f.box.W/f.unit-2*FootMargin, FootSize)
	return f, nil
}

// size returns the size of the sheet in CSS pixels.
func (f *sheet) size() (width, height float64) {
	return math.Round(f.box.W / f.unit), math.Round(f.box.H/f.unit) + f.top + math.Ceil(f.legend.Height) + Foot
}

// write puts marks on the paper, with the heading above, the legend and the credit
// beneath.
func (f *sheet) write(marks string) (tag, body string) {
	box, unit := f.box, f.unit
	width, height := f.size()
	top := scene.Rect{X: box.X, Y: box.Y - f.top*unit, W: box.W, H: f.top * unit}
	low := scene.Rect{X: box.X, Y: box.Y + box.H, W: box.W, H: (math.Ceil(f.legend.Height) + Foot) * unit}
	whole := scene.Rect{X: box.X, Y: top.Y, W: box.W, H: top.H + box.H + low.H}
	w := &writer{links: none}
	paper := func(r scene.Rect) {
		w.printf(`<rect class="f-%s" x="%s" y="%s" width="%s" height="%s"/>`+"\n", scene.Paper, num(r.X), num(r.Y), num(r.W), num(r.H))
	}
	line := func(t scene.Text) {
		w.printf(`<text class="f-%s" x="%s" y="%s" font-size="%s"%s%s>%s</text>`+"\n",
			t.Paint, num(box.X+t.At.X*unit), num(t.At.Y), num(t.Size*unit), weight(t.Bold), reading(t.RTL), html.EscapeString(t.Text))
	}
	w.WriteString("\n")
	paper(whole)
	w.WriteString(marks)
	paper(top) // over marks that extend beyond it
	paper(low)
	for _, t := range f.lines {
		t.At.Y = top.Y + t.At.Y*unit
		line(t)
	}
	f.legend.Draw(w, scene.Vec{X: box.X + FootMargin*unit, Y: low.Y}, unit)
	line(begin(scene.Text{At: scene.Vec{Y: low.Y + low.H - FootMargin*unit}, Text: fit(f.credit, box.W/unit-2*FootMargin), Size: FootSize, Paint: scene.Muted}, f.credit, box.W/unit))
	w.WriteString("</svg>\n")
	return head(f.d, f.layout, whole, fmt.Sprintf(` width="%s" height="%s"`, num(width), num(height))), w.String()
}

// Within writes what draw writes in a group with its own origin and scale.
func (w *writer) Within(at scene.Vec, scale float64, draw func()) {
	more := ""
	if scale != 1 {
		more = fmt.Sprintf(" scale(%s)", strconv.FormatFloat(scale, 'g', 6, 64))
	}
	w.printf(`<g transform="translate(%s %s)%s">`, num(at.X), num(at.Y), more)
	draw()
	w.WriteString("</g>\n")
}

// Legend returns the legend of a drawing in its named layout as an SVG, for where its
// picture is live. Its width is in CSS pixels; 0 is that of [Figure].
func Legend(d *scene.LaidOutNetwork, layout string, words legend.Words, width float64) (*Inline, error) {
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return nil, err
	}
	l := d.Layout(layout)
	if width == 0 {
		width = l.Width
	}
	band := legend.Of(s, scene.Rect{W: l.Width, H: l.Height}, words, width-2*FootMargin, FootSize)
	box := scene.Rect{W: width, H: max(math.Ceil(band.Height), 1)}
	w := &writer{links: none}
	w.printf(`<rect class="f-%s" width="%s" height="%s"/>`+"\n", scene.Paper, num(box.W), num(box.H))
	band.Draw(w, scene.Vec{X: FootMargin}, 1)
	return &Inline{head(d, layout, box, fmt.Sprintf(` width="%s" height="%s"`, num(box.W), num(box.H))), "\n" + w.String() + "</svg>\n"}, nil
}

// Sign returns a swatch as an inline <svg>.
func Sign(s legend.Swatch) string {
	return `<svg class="sign"` + viewBox(s) + ` aria-hidden="true">` + drawSign(s).String() + `</svg>`
}

// Symbol returns a swatch as a <symbol>, which [Use] shows, and whether that is possible:
// pages mirror a sign with letters in another way, so its own element has to hold them.
func Symbol(s legend.Swatch, id string) (symbol string, ok bool) {
	drawn := drawSign(s)
	return `<symbol id="` + id + `"` + viewBox(s) + `>` + drawn.String() + `</symbol>`, !drawn.lettered
}

// Use returns the inline <svg> that shows the [Symbol] of an id.
func Use(id string) string {
	return `<svg class="sign" aria-hidden="true"><use href="#` + id + `"/></svg>`
}

func viewBox(s legend.Swatch) string {
	return fmt.Sprintf(` viewBox="0 0 %g %g"`, s.Width, s.Height)
}

// drawSign writes the marks of a swatch.
func drawSign(s legend.Swatch) *writer {
	w := &writer{links: none}
	s.Picture.Draw(w)
	return w
}

// Heading returns the lines above a saved picture of d that is width CSS pixels wide:
// its headline, and the lead. Their places are relative to the picture's top left
// corner; high is their total height.
func Heading(d *scene.LaidOutNetwork, width float64) (lines []scene.Text, high float64) {
	const headline, caption, leading = 17, 12, 1.3
	high = FootMargin
	write := func(text string, size float64, bold bool, paint scene.Paint) {
		if text == "" {
			return
		}
		set, _ := scene.Wrap(text, width-2*FootMargin, width-2*FootMargin, size, bold)
		for _, line := range set {
			lines = append(lines, begin(scene.Text{At: scene.Vec{Y: high + size}, Text: line, Size: size, Bold: bold, Paint: paint}, text, width))
			high += size * leading
		}
	}
	write(d.Heading(), headline, true, scene.Ink)
	write(d.Caption, caption, false, scene.Muted)
	return lines, math.Ceil(high + FootMargin)
}

// begin places a line of a text at the side of the picture where its lines start.
func begin(line scene.Text, text string, width float64) scene.Text {
	line.At.X, line.Start, line.Room = FootMargin, true, width-2*FootMargin
	if scene.RTL(text) {
		line.At.X, line.Start, line.End, line.RTL = width-FootMargin, false, true, true
	}
	return line
}

// The foot of a saved picture, in CSS pixels; the margin is on all sides.
const (
	Foot       = 28 // height
	FootMargin = 10
	FootSize   = 12 // of its text
)

// fit returns a text cut to the width.
func fit(text string, width float64) string {
	runes := []rune(text)
	for most := len(runes); scene.TextWidth(text, FootSize, false) > width && most > 0; most-- {
		text = strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return text
}

// plainStyle is the style of a picture without custom properties.
func plainStyle() string {
	var b strings.Builder
	paper := ""
	for _, t := range scene.Palette {
		fmt.Fprintf(&b, ".f-%s { fill: %s; }\n.s-%s { stroke: %s; }\n", t.Paint, t.Light, t.Paint, t.Light)
		if t.Paint == scene.Paper {
			paper = t.Light
		}
	}
	fmt.Fprintf(&b, ".poster { font-family: %s; }\n", scene.FontFamily)
	b.WriteString(classes(paper))
	return b.String()
}
