package viz

import (
	"image"
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// sheet keeps the labels in use as images on a few pages, so that all labels on a page go
// into one draw call.
type sheet struct {
	setter  Typesetter
	extents map[Label]Extent
	spots   map[Label]*place
	pages   []*page
	frame   int
	used    int // pixels of the labels that the current frame has used

	missing []Label // scratch
	cells   []image.Rectangle
	sizes   []Extent
	corners [][2]int
}

// page is an image with labels.
type page struct {
	shelf shelf
	image *ebiten.Image
}

// place is the place of a label.
type place struct {
	Extent
	page  int
	at    image.Rectangle // empty if the label is invisible
	frame int             // that last used it
}

const (
	pageSide   = 1024      // device pixels, or more for a longer label
	mostAtOnce = 1 << 17   // pixels of labels that are set in a slice of time
	mostPages  = 4_000_000 // pixels beyond which pages with mostly unused labels are emptied
)

func newSheet(t Typesetter) *sheet {
	return &sheet{setter: t, extents: map[Label]Extent{}, spots: map[Label]*place{}}
}

// next starts a frame. It removes all labels if there are many and the last frame used
// less than half of them.
func (s *sheet) next() {
	taken := 0
	for _, p := range s.pages {
		taken += p.shelf.side * (p.shelf.y + p.shelf.row)
	}
	if taken > mostPages && 2*s.used < taken {
		s.forget()
	}
	s.frame++
	s.used = 0
}

func (s *sheet) forget() {
	clear(s.spots)
	clear(s.extents)
	for i, p := range s.pages {
		if i > 0 {
			p.image.Deallocate()
		}
		p.shelf = shelf{side: p.shelf.side}
	}
	s.pages = s.pages[:min(len(s.pages), 1)]
}

// measure returns the extent of a label.
func (s *sheet) measure(l Label) Extent {
	if e, ok := s.extents[l]; ok {
		return e
	}
	e := s.setter.Measure(l)
	s.extents[l] = e
	return e
}

// get returns the place of a label set by [sheet.add].
func (s *sheet) get(l Label) *place {
	p := s.spots[l]
	if p.frame != s.frame {
		p.frame = s.frame
		s.used += p.at.Dx() * p.at.Dy()
	}
	return p
}

// add sets the labels of texts that are not on a page yet, the first first. It returns
// after about the given time, or if that is 0 when all are set, which it reports.
func (s *sheet) add(texts []text, limit time.Duration) (complete bool) {
	begun := time.Now()
	s.missing, s.sizes = s.missing[:0], s.sizes[:0]
	pixels := 0
	for i := range texts {
		l := texts[i].label()
		if _, ok := s.spots[l]; ok || slices.Contains(s.missing, l) {
			continue
		}
		if limit > 0 && len(s.missing) > 0 && (time.Since(begun) >= limit || pixels >= mostAtOnce) {
			s.set()
			return false
		}
		e := s.measure(l)
		s.missing, s.sizes = append(s.missing, l), append(s.sizes, e)
		pixels += e.Width * e.Height
	}
	s.set()
	return true
}

// set puts the missing labels onto pages, those of a page at once.
func (s *sheet) set() {
	for from := 0; from < len(s.missing); {
		from += s.fill(s.missing[from:], s.sizes[from:])
	}
}

// fill puts as many of the labels as fit onto the last page, or onto a new one, and
// returns their number.
func (s *sheet) fill(labels []Label, sizes []Extent) int {
	if len(s.pages) == 0 {
		s.addPage(sizes[0])
	}
	p := s.pages[len(s.pages)-1]
	s.cells = s.cells[:0]
	begun := p.shelf
	if len(labels) > 1 {
		p.shelf.wrap() // they are uploaded as one rectangle, which no other labels may be in
	}
	var area image.Rectangle
	for _, e := range sizes {
		if area.Dx()*area.Dy() > mostAtOnce {
			break
		}
		r, ok := p.shelf.put(e.Width, e.Height)
		if !ok {
			break
		}
		s.cells, area = append(s.cells, r), area.Union(r)
	}
	n := len(s.cells)
	if n == 0 {
		p.shelf = begun
		s.addPage(sizes[0])
		return 0
	}
	s.corners = s.corners[:0]
	for i, r := range s.cells {
		s.corners = append(s.corners, [2]int{r.Min.X - area.Min.X, r.Min.Y - area.Min.Y})
		s.spots[labels[i]] = &place{Extent: sizes[i], page: len(s.pages) - 1, at: r}
	}
	if !area.Empty() {
		pixels := s.setter.Paint(labels[:n], sizes[:n], s.corners, area.Dx(), area.Dy())
		p.image.SubImage(area).(*ebiten.Image).WritePixels(pixels)
	}
	return n
}

// addPage adds an empty page that has room for a label.
func (s *sheet) addPage(e Extent) {
	side := max(pageSide, e.Width, e.Height)
	s.pages = append(s.pages, &page{
		shelf: shelf{side: side},
		image: ebiten.NewImageWithOptions(image.Rect(0, 0, side, side), &ebiten.NewImageOptions{Unmanaged: true}),
	})
}
