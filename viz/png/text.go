package png

import (
	"bytes"
	"image/color"
	"math"
	"slices"
	"unicode"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"proxynet/viz/scene"
)

// faces are the fonts of one style; the first with a glyph for a character sets it.
type faces []*font.Face

// typesetter sets text. It is not safe for concurrent use, as its faces aren't.
type typesetter struct {
	regular, bold, title faces
	shaper               shaping.HarfbuzzShaper
	segmenter            shaping.Segmenter
	wrapper              shaping.LineWrapper
}

func newTypesetter() *typesetter {
	load := func(files ...[]byte) faces {
		var all faces
		for _, file := range files {
			face, err := font.ParseTTF(bytes.NewReader(file))
			if err != nil {
				panic("png: " + err.Error()) // the fonts are linked into the program
			}
			all = append(all, face)
		}
		return all
	}
	return &typesetter{
		regular: load(liberationsansregular.TTF, dejavusans.TTF),
		bold:    load(liberationsansbold.TTF, dejavusansbold.TTF),
		title:   load(liberationserifbold.TTF, dejavusansbold.TTF),
	}
}

// ResolveFace implements [shaping.Fontmap].
func (f faces) ResolveFace(r rune) *font.Face {
	for _, face := range f {
		if _, ok := face.NominalGlyph(r); ok {
			return face
		}
	}
	return f[0]
}

// lacks reports whether no face has a glyph for r, which then can't be drawn.
func (f faces) lacks(r rune) bool {
	if unicode.In(r, unicode.Cf, unicode.Cc, unicode.Mn) || unicode.IsSpace(r) {
		return false // not drawn, or drawn with its neighbour
	}
	return !slices.ContainsFunc(f, func(face *font.Face) bool {
		_, ok := face.NominalGlyph(r)
		return ok
	})
}

// line is a text set in one line, in runs from left to right.
type line struct {
	runs  []shaping.Output
	width float64
}

// face returns the faces of a weight.
func (t *typesetter) face(bold bool) faces {
	if bold {
		return t.bold
	}
	return t.regular
}

// set breaks a paragraph into at most most lines no wider than width, at size. If text
// is left over, the last line ends in "…"; if most is 0, all of it is set.
func (t *typesetter) set(text string, f faces, size, width float64, most int) []line {
	return t.setAs(directionOf(text), text, f, size, width, most)
}

// setAs is set for a part of a paragraph with the given direction.
func (t *typesetter) setAs(direction di.Direction, text string, f faces, size, width float64, most int) []line {
	runes := []rune(text)
	if len(runes) == 0 {
		return nil
	}
	whole := shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: direction, Size: fixed.Int26_6(math.Round(size * 64)), Language: language.DefaultLanguage(),
	}
	inputs := t.segmenter.Split(whole, f)
	outputs := make([]shaping.Output, len(inputs))
	for i, input := range inputs {
		outputs[i] = t.shaper.Shape(input)
	}
	config := shaping.WrapConfig{Direction: direction, BreakPolicy: shaping.Never, TruncateAfterLines: most}
	if most > 0 {
		rest := whole
		rest.Text, rest.RunEnd, rest.Face = []rune("…"), 1, f[0]
		config = config.WithTruncator(&t.shaper, rest)
	}
	wrapped, _ := t.wrapper.WrapParagraphF(config, fixed.Int26_6(math.Ceil(width*64)), runes, shaping.NewSliceIterator(outputs))
	lines := make([]line, len(wrapped))
	for i, w := range wrapped {
		runs := slices.Clone(w)
		slices.SortFunc(runs, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
		lines[i].runs = runs
		for _, run := range runs {
			lines[i].width += float64(run.Advance) / 64
		}
	}
	return lines
}

// directionOf returns the base direction of a paragraph.
func directionOf(lines ...string) di.Direction {
	if scene.RTL(lines...) {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}

// draw adds a line to the canvas, from the left end of its baseline on, turned
// about there by an angle.
func (l line) draw(c *canvas, at scene.Vec, angle float64, paint color.Color) {
	sin, cos := math.Sincos(angle)
	var s shape
	x := 0.0
	for _, run := range l.runs {
		scale := float64(run.Size) / 64 / float64(run.Face.Upem())
		for _, g := range run.Glyphs {
			if outline, ok := run.Face.GlyphDataOutline(g.GlyphID); ok && g.GlyphID != 0 {
				dx, dy := x+float64(g.XOffset)/64, -float64(g.YOffset)/64
				s = glyph(s, outline, func(p opentype.SegmentPoint) scene.Vec {
					px, py := dx+float64(p.X)*scale, dy-float64(p.Y)*scale
					return scene.Vec{X: at.X + px*cos - py*sin, Y: at.Y + px*sin + py*cos}
				})
			}
			x += float64(g.Advance) / 64
		}
	}
	c.fill(s, paint)
}

// glyph adds an outline to a shape.
func glyph(s shape, outline font.GlyphOutline, at func(opentype.SegmentPoint) scene.Vec) shape {
	const steps = 6 // of a curve: enough for letters of 60 pixels
	var pen scene.Vec
	for _, segment := range outline.Segments {
		a := segment.Args
		switch segment.Op {
		case opentype.SegmentOpMoveTo:
			s = append(s, nil)
			pen = at(a[0])
			s[len(s)-1] = append(s[len(s)-1], pen)
		case opentype.SegmentOpLineTo:
			pen = at(a[0])
			s[len(s)-1] = append(s[len(s)-1], pen)
		case opentype.SegmentOpQuadTo:
			curve := scene.Curve{pen, at(a[0]), at(a[1])}
			for i := range steps {
				s[len(s)-1] = append(s[len(s)-1], curve.At(float64(i+1)/steps))
			}
			pen = curve[2]
		case opentype.SegmentOpCubeTo:
			from, b, d, to := pen, at(a[0]), at(a[1]), at(a[2])
			for i := range steps {
				t := float64(i+1) / steps
				p, q := scene.Curve{from, b, d}.At(t), scene.Curve{b, d, to}.At(t)
				s[len(s)-1] = append(s[len(s)-1], scene.Vec{X: p.X + (q.X-p.X)*t, Y: p.Y + (q.Y-p.Y)*t})
			}
			pen = to
		}
	}
	return s
}
