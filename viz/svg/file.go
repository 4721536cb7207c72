package svg

import (
	"fmt"
	"html"
	"math"
	"strings"

	"proxynet/viz/scene"
)

// File returns the drawing in its named layout as a self-contained SVG file: light,
// with its size and its own style, in which colours are written out, since few
// programs but browsers know custom properties. The credit, a line about its source,
// is beneath. Links lead to the network's page at the address; if it is "", there are
// none.
func File(d *scene.LaidOutNetwork, layout, address, credit string) (string, error) {
	w := &writer{links: grouped}
	if address != "" {
		w.links, w.to = outward, address
	}
	head, body, err := w.sheet(d, layout, scene.State{}, 0, 0, credit)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s\n<title>%s</title>\n<style>\n%s</style>\n%s",
		head, html.EscapeString(d.Title), plainStyle(), body), nil
}

// Figure returns the drawing in its named layout as an SVG for articles, with its
// heading above and the credit beneath, in the reader's color scheme; and its size in
// CSS pixels.
func Figure(d *scene.LaidOutNetwork, layout, credit string) (drawn string, width, height float64, err error) {
	if drawn, err = Sheet(d, layout, scene.State{}, 0, 0, credit); err != nil {
		return "", 0, 0, err
	}
	l := layoutOf(d, layout)
	_, top := Heading(d, l.Width)
	return drawn, math.Round(l.Width), math.Round(l.Height) + top + Foot, nil
}

// Sheet returns the drawing in a state as an SVG for saving: the whole drawing or, if
// the state has a view, the visible part in an area of the given size in CSS pixels,
// with the heading above and the credit below. Its colours are classes.
func Sheet(d *scene.LaidOutNetwork, layout string, state scene.State, width, height float64, credit string) (string, error) {
	head, body, err := (&writer{}).sheet(d, layout, state, width, height, credit)
	return head + body, err
}

// sheet returns the tag that opens [Sheet], and the rest.
func (w *writer) sheet(d *scene.LaidOutNetwork, layout string, state scene.State, width, height float64, credit string) (tag, body string, err error) {
	if err := w.scene(d, layout, state); err != nil {
		return "", "", err
	}
	l := layoutOf(d, layout)
	box, unit := scene.Rect{W: l.Width, H: l.Height}, 1.0
	if v := state.View; v != nil {
		unit = 1 / v.Zoom
		box = scene.Rect{X: v.X - width/v.Zoom/2, Y: v.Y - height/v.Zoom/2, W: width / v.Zoom, H: height / v.Zoom}
	}
	tag, body = framed(w.String(), box, unit, d, layout, credit)
	return tag, body, nil
}

// framed puts marks on paper, in the visible box of the world, with the drawing's
// heading above and the credit below. unit is the length of a CSS pixel in the world.
func framed(marks string, box scene.Rect, unit float64, d *scene.LaidOutNetwork, layout, credit string) (tag, body string) {
	lines, top := Heading(d, box.W/unit)
	y, h := box.Y-top*unit, box.H+(top+Foot)*unit
	low := box.Y + box.H
	size := fmt.Sprintf(` width="%s" height="%s"`, num(math.Round(box.W/unit)), num(math.Round(box.H/unit)+top+Foot))
	paper := func(y, h float64) string {
		return fmt.Sprintf(`<rect class="f-%s" x="%s" y="%s" width="%s" height="%s"/>`+"\n", scene.Paper, num(box.X), num(y), num(box.W), num(h))
	}
	var b strings.Builder
	write := func(t scene.Text) {
		fmt.Fprintf(&b, `<text class="f-%s" x="%s" y="%s" font-size="%s"%s%s>%s</text>`+"\n",
			t.Paint, num(box.X+t.At.X*unit), num(t.At.Y), num(t.Size*unit), weight(t.Bold), reading(t.RTL), html.EscapeString(t.Text))
	}
	b.WriteString("\n" + paper(y, h) + marks)
	b.WriteString(paper(y, top*unit) + paper(low, Foot*unit)) // over marks that extend beyond it
	for _, t := range lines {
		t.At.Y = y + t.At.Y*unit
		write(t)
	}
	write(begin(scene.Text{At: scene.Vec{Y: low + (Foot-FootMargin)*unit}, Text: fit(credit, box.W/unit-2*FootMargin), Size: FootSize, Paint: scene.Muted}, credit, box.W/unit))
	b.WriteString("</svg>\n")
	return head(d, layout, scene.Rect{X: box.X, Y: y, W: box.W, H: h}, size), b.String()
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
	line.At.X, line.Start = FootMargin, true
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
	for _, t := range scene.Palette {
		fmt.Fprintf(&b, ".f-%s { fill: %s; }\n.s-%s { stroke: %s; }\n", t.Paint, t.Light, t.Paint, t.Light)
	}
	fmt.Fprintf(&b, ".poster { font-family: %s; }\n", scene.FontFamily)
	rules := classes
	for _, t := range scene.Palette {
		rules = strings.ReplaceAll(rules, "var(--pn-"+string(t.Paint)+")", t.Light)
	}
	b.WriteString(rules)
	return b.String()
}
