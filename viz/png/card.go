package png

import (
	"slices"

	"github.com/go-text/typesetting/di"

	"proxynet/viz/legend"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
)

// The size of a social card in pixels, as recommended for Open Graph and Twitter.
const (
	CardWidth  = 1200
	CardHeight = 630
)

// The card's grid, in pixels. The text has a column next to the picture.
const (
	cardMargin = 48
	cardColumn = 328
	cardGutter = 32
	cardRule   = 6  // height of the rule over the title
	cardSource = 20 // size of the line with its source
	cardLines  = 6  // the most lines that this may take
	cardLegend = 12 // size of the legend's type
)

// titleLeading is the distance of the title's lines, in sizes.
const titleLeading = 1.12

// titleSizes are tried in turn until the title fits its column.
var titleSizes = []float64{50, 44, 38, 33, 28, 24}

// Card returns the social card of a drawing as a PNG: its heading, the wide
// picture over its legend, and its source. If the title is right-to-left, so is the card.
func Card(d *scene.LaidOutNetwork, notes svg.Notes) ([]byte, error) {
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		return nil, err
	}
	c := newCanvas(CardWidth, CardHeight, scene.NewTheme(false, nil))
	t := newTypesetter()
	mirrored := directionOf(d.Heading()) == di.DirectionRTL

	// The place of a line's start, or of a box of that width, from the reading side.
	start := func(offset, width float64) float64 {
		if mirrored {
			return CardWidth - offset - width
		}
		return offset
	}
	accent, ink, muted := c.mixed("accent", 1), c.mixed(scene.Ink, 1), c.mixed(scene.Muted, 1)
	rule := scene.Vec{X: start(cardMargin, cardMargin) + cardMargin/2, Y: cardMargin + cardRule/2}
	c.fill(shape{rounded(rule, cardMargin, cardRule, 0)}, accent)

	size := s.Area()
	band := legend.Of(s, scene.Rect{W: size.W, H: size.H}, notes.Legend, CardWidth-2*cardMargin, cardLegend)
	low := CardHeight - cardMargin/2 - band.Height // the foot of the picture and the text
	band.Draw(renderer{c, t}, scene.Vec{X: cardMargin, Y: low}, 1)

	source := t.set(notes.Credit, t.regular, cardSource, cardColumn, cardLines)
	foot := low - cardMargin/2 - float64(len(source)-1)*cardSource*1.35
	for i, l := range source {
		l.draw(c, scene.Vec{X: start(cardMargin, l.width), Y: foot + float64(i)*cardSource*1.35}, 0, muted)
	}
	const top = cardMargin + cardRule + 24
	title, titleSize := t.title.fit(t, d.Heading(), foot-top-2*cardSource)
	for i, l := range title {
		l.draw(c, scene.Vec{X: start(cardMargin, l.width), Y: top + titleSize*(0.8+titleLeading*float64(i))}, 0, ink)
	}

	room := scene.Rect{Y: cardMargin / 2, W: CardWidth - 2*cardMargin - cardColumn - cardGutter + 16, H: low - cardMargin/2}
	room.X = start(cardMargin+cardColumn+cardGutter, room.W)
	c.scale = min(room.W/size.W, room.H/size.H)
	c.x, c.y = room.X+(room.W-size.W*c.scale)/2, room.Y+(room.H-size.H*c.scale)/2
	c.draw(s, t)
	return c.encode()
}

// fit sets a title as large as it fits into its column; in the smallest size, a title
// that is too long ends in "…".
func (f faces) fit(t *typesetter, title string, height float64) (lines []line, size float64) {
	for i, size := range titleSizes {
		most := int(height / (size * titleLeading))
		last := i == len(titleSizes)-1
		lines := t.set(title, f, size, cardColumn, most+1)
		fits := len(lines) <= most && !slices.ContainsFunc(lines, func(l line) bool { return l.width > cardColumn })
		if fits || last {
			return t.set(title, f, size, cardColumn, most), size
		}
	}
	panic("png: there are no sizes of titles")
}

// Unset lists the characters of the texts that none of the fonts has, each once, in
// order: pictures and cards omit them.
func Unset(texts ...string) []rune {
	t := newTypesetter()
	seen := map[rune]bool{}
	var unset []rune
	for _, text := range texts {
		for _, r := range text {
			if !seen[r] && t.bold.lacks(r) {
				unset = append(unset, r)
			}
			seen[r] = true
		}
	}
	return unset
}
