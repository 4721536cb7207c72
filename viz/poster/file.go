package poster

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"proxynet/viz/scene"
)

// link is what opens a link in a poster.
var link = regexp.MustCompile(`<a href="#e-([^"]*)" data-select="[^"]*" tabindex="-1"(?: aria-hidden="true")?>`)

// File returns the drawing in its named layout as an SVG file that stands by
// itself: light, with its size and its own style, in which colours are written
// out, since few programs but browsers know custom properties. The credit, a line
// that says where it is from, stands beneath. Links lead to the network's page at
// the address; where that isn't known there are none.
func File(d *scene.Drawing, layout, address, credit string) (string, error) {
	svg, err := SVG(d, layout)
	if err != nil {
		return "", err
	}
	var width, height float64
	for _, l := range d.Layouts {
		if l.Name == layout {
			width, height = l.Width, l.Height
		}
	}
	if address == "" {
		svg = link.ReplaceAllString(svg, `<g data-id="$1">`)
		svg = strings.ReplaceAll(svg, "</a>", "</g>")
	} else {
		place := strings.ReplaceAll(html.EscapeString(address), "$", "$$")
		svg = link.ReplaceAllString(svg, `<a href="`+place+`#select=$1">`)
	}
	head, rest, _ := strings.Cut(svg, ">")
	whole := height + foot
	head = strings.Replace(head, fmt.Sprintf(`viewBox="0 0 %s %s"`, num(width), num(height)), fmt.Sprintf(`viewBox="0 0 %s %s"`, num(width), num(whole)), 1)
	rest = strings.TrimSuffix(rest, "</svg>\n")
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	fmt.Fprintf(&b, `%s width="%s" height="%s">`+"\n<title>%s</title>\n<style>\n%s</style>\n", head, num(width), num(whole), html.EscapeString(d.Title), plainStyle())
	fmt.Fprintf(&b, `<rect class="f-%s" width="%s" height="%s"/>`+"\n", scene.Paper, num(width), num(whole))
	b.WriteString(rest)
	fmt.Fprintf(&b, `<text class="f-%s" x="%d" y="%s" font-size="%d">%s</text>`+"\n</svg>\n",
		scene.Muted, footMargin, num(whole-footMargin), footSize, html.EscapeString(fit(credit, width-2*footMargin)))
	return b.String(), nil
}

// The foot of a file, in the layout's units.
const (
	foot       = 28 // height
	footMargin = 10
	footSize   = 11 // of its text
)

// fit returns a text cut to the width.
func fit(text string, width float64) string {
	runes := []rune(text)
	for most := len(runes); scene.TextWidth(text, footSize, false) > width && most > 0; most-- {
		text = strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return text
}

// plainStyle is the style of a poster without custom properties.
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
