package png_test

import (
	"bytes"
	"fmt"
	"image"
	stdpng "image/png"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/legend"
	"proxynet/viz/png"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
)

// drawing returns a drawing of two nodes, the first with the given label.
func drawing(t *testing.T, title, label string) *scene.LaidOutNetwork {
	t.Helper()
	d, err := compose.Compose(&network.Network{
		ID: "n", Title: title, Root: "a", Lead: []string{"r"},
		Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.State}, {ID: "b", Label: "B", Kind: network.Alliance}, {ID: "c", Label: label, Kind: network.People}},
		Relations: []network.Relation{
			{ID: "r", From: "a", To: "b", Kind: "command", Directed: true, Status: network.Implied},
			{ID: "s", From: "b", To: "c", Kind: "arms", Directed: true, Status: network.Attributed},
			{ID: "t", From: "a", To: "c", Kind: "war", Past: true, Status: network.Stated},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// decode decodes a PNG.
func decode(t *testing.T, data []byte, err error) image.Image {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	i, err := stdpng.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// dark counts the pixels in r that are close to the ink colour.
func dark(i image.Image, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if red, green, blue, _ := i.At(x, y).RGBA(); red+green+blue < 3*0x5000 {
				n++
			}
		}
	}
	return n
}

func TestCardHasTitleSourceAndPicture(t *testing.T) {
	card := func(title string) image.Image {
		data, err := png.Card(drawing(t, title, "A"), svg.Notes{Credit: "Source: somebody"})
		return decode(t, data, err)
	}
	got := card("Who arms whom")
	if got.Bounds() != image.Rect(0, 0, png.CardWidth, png.CardHeight) {
		t.Fatalf("it measures %v", got.Bounds())
	}
	left, right := image.Rect(0, 60, 380, 560), image.Rect(420, 0, 1200, 630)
	if dark(got, left) < 500 || dark(got, right) < 200 {
		t.Errorf("title or picture is missing: %d and %d dark pixels", dark(got, left), dark(got, right))
	}
	// A right-to-left title mirrors the card.
	turned := card("چه کسی به چه کسی سلاح می‌دهد")
	right = image.Rect(1200-380, 60, 1200, 560)
	if dark(turned, right) < 500 {
		t.Errorf("the Persian title is not on the right: %d dark pixels", dark(turned, right))
	}
}

// TestPicturesHaveTheirLegend compares pictures with a legend to those without: the card
// keeps its size, and the figure grows by the legend.
func TestPicturesHaveTheirLegend(t *testing.T) {
	with := svg.Notes{Legend: legend.Words{"lead": "What the picture is about", "past": "Over", "node.state": "State", "family.hostile": "Force"}}
	ink := func(i image.Image, top int) int { return dark(i, image.Rect(0, top, i.Bounds().Dx(), i.Bounds().Dy())) }
	card := func(notes svg.Notes) image.Image {
		data, err := png.Card(drawing(t, "T", "A"), notes)
		return decode(t, data, err)
	}
	if a, b := ink(card(with), 570), ink(card(svg.Notes{}), 570); a < b+200 {
		t.Errorf("at the foot of the card there are %d dark pixels with a legend and %d without", a, b)
	}
	figure := func(notes svg.Notes) image.Image {
		data, err := png.Figure(drawing(t, "T", "A"), "tall", 2, notes)
		return decode(t, data, err)
	}
	plain, explained := figure(svg.Notes{}), figure(with)
	if a, b := explained.Bounds().Dy(), plain.Bounds().Dy(); a < b+2*30 || ink(explained, b-60) < 300 {
		t.Errorf("the figure is %d pixels high with a legend and %d without; the legend has %d dark pixels", a, b, ink(explained, b-60))
	}
	_, _, high, err := svg.Figure(drawing(t, "T", "A"), "tall", with)
	if err != nil || int(2*high) != explained.Bounds().Dy() {
		t.Errorf("%v: as SVG it is %g high, in pixels %d", err, high, explained.Bounds().Dy())
	}
}

func TestCardFitsTitles(t *testing.T) {
	for _, title := range []string{"", "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherung", string(bytes.Repeat([]byte("Many words for one title. "), 60))} {
		data, err := png.Card(drawing(t, title, "A"), svg.Notes{Credit: title})
		decode(t, data, err)
	}
}

func TestSameDrawingSameBytes(t *testing.T) {
	one, err := png.Picture(drawing(t, "T", "Hezbollah حزب‌الله"), "tall", 1.5)
	if err != nil {
		t.Fatal(err)
	}
	two, err := png.Picture(drawing(t, "T", "Hezbollah حزب‌الله"), "tall", 1.5)
	if err != nil || !bytes.Equal(one, two) {
		t.Errorf("two pictures of one network differ (%v)", err)
	}
}

// TestPictureJoinsArabic draws three joined letters, and the same letters separated by
// zero-width non-joiners: without shaping both would look the same.
func TestPictureJoinsArabic(t *testing.T) {
	count := func(label string) int {
		data, err := png.Picture(drawing(t, "T", label), "wide", 2)
		i := decode(t, data, err)
		return dark(i, i.Bounds())
	}
	if joined, apart := count("ببب"), count("ب‌ب‌ب"); joined == apart {
		t.Errorf("joined and apart, the letters have %d dark pixels", joined)
	}
}

func TestUnset(t *testing.T) {
	if got := png.Unset("Hezbollah, Žižek, Москва, Ελλάς", "حزب‌الله پژواک گچ", "ישראל"); len(got) != 0 {
		t.Errorf("%q can't be set", got)
	}
	if got := string(png.Unset("中国 and 中", "한")); got != "中国한" {
		t.Errorf("got %q, want what no font here has, each once", got)
	}
}

func TestPictureOfLargeNetwork(t *testing.T) {
	n := &network.Network{ID: "large", Title: "Many", Root: "n0"}
	for i := range 1500 {
		n.Nodes = append(n.Nodes, network.Node{ID: fmt.Sprint("n", i), Label: fmt.Sprint("Name ", i), Kind: network.Group})
		if i > 0 {
			n.Relations = append(n.Relations, network.Relation{ID: fmt.Sprint("r", i), From: fmt.Sprint("n", i/7), To: fmt.Sprint("n", i), Kind: "command", Directed: true, Status: network.Stated})
		}
	}
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	data, err := png.Card(d, svg.Notes{})
	i := decode(t, data, err)
	if ink := dark(i, image.Rect(420, 0, 1200, 630)); ink < 500 {
		t.Errorf("the picture has only %d dark pixels", ink)
	}
}
