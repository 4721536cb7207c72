package svg

import (
	"fmt"
	"strings"

	"proxynet/viz/scene"
)

// Style returns the style sheet of the SVGs in pages: every colour of the palette as a
// custom property, light and dark, and the classes that the SVG uses. It is the only
// place where colours are written down as CSS.
//
// A page's data-theme attribute, light or dark, overrides the reader's setting.
func Style() string {
	var b strings.Builder
	properties := func(indent string, dark bool) {
		for _, t := range scene.Palette {
			hex := t.Light
			if dark {
				hex = t.Dark
			}
			fmt.Fprintf(&b, "%s--pn-%s: %s;\n", indent, t.Paint, hex)
		}
	}
	b.WriteString(":root {\n  color-scheme: light;\n")
	properties("  ", false)
	b.WriteString("}\n@media (prefers-color-scheme: dark) {\n  :root:not([data-theme=light]) {\n    color-scheme: dark;\n")
	properties("    ", true)
	b.WriteString("  }\n}\n:root[data-theme=dark] {\n  color-scheme: dark;\n")
	properties("  ", true)
	b.WriteString("}\n")
	for _, t := range scene.Palette {
		fmt.Fprintf(&b, ".f-%s { fill: var(--pn-%s); }\n.s-%s { stroke: var(--pn-%s); }\n", t.Paint, t.Paint, t.Paint, t.Paint)
	}
	fmt.Fprintf(&b, ".poster { direction: ltr; font-family: %s; }\n", scene.FontFamily)
	b.WriteString(classes("var(--pn-paper)"))
	return b.String()
}

// classes returns the rules of the classes, given the color of the paper.
func classes(paper string) string {
	return `.poster a { text-decoration: none; }
.p-open, .p-line { fill: none; }
.p-line { stroke-linecap: round; }
.p-case { fill: none; }
.p-head { stroke-linejoin: round; stroke-linecap: round; }
.p-reach { fill: none; stroke: transparent; stroke-width: 10; }
.p-dot { stroke-width: 1.25; }
.p-name { paint-order: stroke; stroke: ` + paper + `; stroke-width: 3; stroke-linejoin: round; }
.p-name[font-weight] { font-weight: 600; }
.p-label { text-anchor: middle; }
.p-label[font-weight], .p-title[font-weight], .p-word[font-weight] { font-weight: 600; }
.p-word { paint-order: stroke; stroke: ` + paper + `; stroke-width: 3; stroke-linejoin: round; }
.p-badge circle { stroke-width: 1; }
.p-badge text { font-weight: 600; text-anchor: middle; }
.p-verb text { text-anchor: middle; }
.p-card path, .p-card circle, .p-card text { pointer-events: none; }
`
}
