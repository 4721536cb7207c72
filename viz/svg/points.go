package svg

import (
	"fmt"
	"html"
	"strings"

	"proxynet/viz/scene"
)

const (
	perPath = 16  // lines in a path; more would not show where lines lie over each other
	large   = 3.5 // radius from which a dot is a separate element, and a link
)

// points draws a network too large for boxes. The large dots and the names are
// links.
func (w *writer) points(s *scene.Scene) {
	var p scene.PointPicture
	s.Points().Base(&p, s.View(), s.Area())
	p.Limit()
	w.lines(p.Lines)
	names := make(map[string]scene.NameMark, len(p.Names))
	for _, n := range p.Names {
		names[n.ID] = n
	}
	w.dots(p.Dots, names)
	for _, n := range p.Names {
		w.link(n.ID, "")
		way := direction(n.Text)
		if way != "" {
			way += ` text-anchor="end"` // which is its left side
		}
		w.printf(`<text class="p-name f-%s" x="%s" y="%s" font-size="%s"%s%s>%s</text>`,
			scene.Ink, num(n.At.X), num(n.At.Y), num(n.Size), weight(n.Bold), way, html.EscapeString(n.Text))
		w.endLink()
		w.WriteString("\n")
	}
}

func weight(bold bool) string {
	if bold {
		return ` font-weight="600"`
	}
	return ""
}

// lines draws the lines, those that look alike in few paths.
func (w *writer) lines(lines []scene.LineMark) {
	type look struct {
		paint        scene.Paint
		width, alpha float64
	}
	var d strings.Builder
	var now look
	count := 0
	end := func() {
		if count > 0 {
			w.printf(`<path class="p-line s-%s" stroke-width="%s" opacity="%s" d="%s"/>`+"\n", now.paint, num(now.width), num(now.alpha), d.String())
		}
		d.Reset()
		count = 0
	}
	for _, m := range lines {
		if l := (look{m.Paint, m.Width, m.Alpha}); l != now || count == perPath {
			end()
			now = l
		}
		fmt.Fprintf(&d, "M%s %sL%s %s", tenth(m.A.X), tenth(m.A.Y), tenth(m.B.X), tenth(m.B.Y))
		count++
	}
	end()
}

// dots draws the small ones as points of paths, the large ones and those with a
// name by themselves.
func (w *writer) dots(dots []scene.DotMark, names map[string]scene.NameMark) {
	type look struct {
		paint scene.Paint
		r     string
	}
	small := map[look]*strings.Builder{}
	var looks []look
	for _, m := range dots {
		if _, named := names[m.ID]; named || m.R >= large {
			continue
		}
		l := look{scene.Outline(m.Kind), tenth(2 * m.R)}
		if small[l] == nil {
			small[l] = new(strings.Builder)
			looks = append(looks, l)
		}
		fmt.Fprintf(small[l], "M%s %sh0", tenth(m.At.X), tenth(m.At.Y))
	}
	for _, l := range looks {
		w.printf(`<path class="p-line s-%s" stroke-width="%s" d="%s"/>`+"\n", l.paint, l.r, small[l])
	}
	for _, m := range dots {
		if _, named := names[m.ID]; !named && m.R < large {
			continue
		}
		fill, edge, r := scene.Outline(m.Kind), scene.Paper, m.R+0.625 // half of the ring, which covers the other half
		if m.Hollow() {
			fill, edge, r = scene.Fill(m.Kind), scene.Outline(m.Kind), m.R-0.625
		}
		w.link(m.ID, ` aria-hidden="true"`)
		w.printf(`<rect class="p-dot f-%s s-%s" x="%s" y="%s" width="%s" height="%s" rx="%s"/>`,
			fill, edge, num(m.At.X-r), num(m.At.Y-r), num(2*r), num(2*r), num(m.Corner()))
		w.endLink()
		w.WriteString("\n")
	}
}

// tenth writes a length to a tenth of a unit.
func tenth(v float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0")
}
