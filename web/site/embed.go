package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"path"
	"strings"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
	"proxynet/web"
)

// embedFiles returns the script and the picture with which other pages embed the
// site. Their names never change.
func (b *Builder) embedFiles(d *scene.LaidOutNetwork, page web.Page) (map[string][]byte, error) {
	script, err := b.embedScript(page.Assets)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{
		"embed.js": script,
	}
	if b.pixels != nil {
		files[PictureName], err = b.pixels.Picture(d)
	}
	return files, err
}

// addFigure adds the picture that articles show and its legends beside the page, and gives
// the page its size. d is the drawing in the page's language.
func addFigure(files map[string][]byte, d *scene.LaidOutNetwork, page *web.Page) error {
	notes := web.Notes(d.Network)
	drawn, width, height, err := svg.Figure(d, "tall", notes)
	if err != nil {
		return err
	}
	files[page.Folder+FigureName] = drawn.File()
	for _, l := range Legends {
		if drawn, err = svg.Legend(d, "tall", notes.Legend, l.Width); err != nil {
			return err
		}
		files[page.Folder+l.Name] = drawn.File()
	}
	page.Figure = fmt.Sprintf("%.0f %.0f", width, height)
	return nil
}

// addCard adds the social card and the oEmbed response of a page with an address,
// beside the page. d is the drawing in the page's language.
func (b *Builder) addCard(files map[string][]byte, d *scene.LaidOutNetwork, page web.Page) (err error) {
	if b.pixels != nil {
		if files[page.Folder+CardName], err = b.pixels.Card(d); err != nil {
			return err
		}
	}
	files[page.Folder+"oembed.json"], err = oEmbed(d, page.Canonical())
	return err
}

// embedScript returns web/embed/loader.js with the address of the element's script,
// which is in the folder as seen from the loader.
func (b *Builder) embedScript(folder string) ([]byte, error) {
	const address = "'element.js'"
	loader := b.files[b.assets+"embed/loader.js"]
	if bytes.Count(loader, []byte(address)) != 1 {
		return nil, fmt.Errorf("embed/loader.js names no %s", address)
	}
	return bytes.Replace(loader, []byte(address), []byte("'"+folder+"embed/element.js'"), 1), nil
}

// passagesLimit is the largest file of passages that an article's page reads, in
// bytes; web/embed/passages.js has the same.
const passagesLimit = 16 << 20

// withheld returns the features that embeds of a network lack because of its size, ""
// for none. Readers see it too.
func withheld(n *network.Network) string {
	var lost []string
	passages, err := passagesFile(n)
	if err == nil && len(passages) > passagesLimit {
		lost = append(lost, fmt.Sprintf("its passages are not marked in the article (they take %d bytes, and an article's page reads %d)", len(passages), passagesLimit))
	}
	if count := web.Entries(n); count > web.MostEntries {
		lost = append(lost, fmt.Sprintf("its claims are not in the printed article (it has %d nodes, relations, events, speakers and passages, and a page holds %d)", count, web.MostEntries))
	}
	if lost == nil {
		return ""
	}
	return fmt.Sprintf("network %q is large: where an article embeds it, %s", n.ID, strings.Join(lost, "; "))
}

// The picture that an article shows until its embed has loaded, and that feeds show: as
// an SVG in each language, and in pixels for hosts that take no SVG. It is in the tall
// layout, whose labels are legible in every column. And the social card with its size in
// pixels.
const (
	FigureName  = "figure.svg"
	PictureName = "figure.png"
	CardName    = "card.png"
	CardWidth   = 1200
	CardHeight  = 630
)

// Legends are the legends that remain in the article when the embed has loaded: in two,
// three and four columns, with their widths in CSS pixels, 0 for that of the picture.
// web/embed/size.js has the same.
var Legends = []struct {
	Name  string
	Width float64
}{{"legend.svg", 0}, {"legend-540.svg", 540}, {"legend-720.svg", 720}}

// Default size of the embed in CSS pixels; the height follows from the width as in
// web/embed/size.js.
const (
	embedWidth  = 720
	embedHeight = 746
)

// oEmbed returns the oEmbed 1.0 response (oembed.com) for the page at an address,
// whose drawing is in its language.
func oEmbed(d *scene.LaidOutNetwork, address string) ([]byte, error) {
	frame := fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%d" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`,
		html.EscapeString(address), html.EscapeString(d.Title), embedHeight)
	return json.MarshalIndent(struct {
		Version string `json:"version"`
		Type    string `json:"type"`
		Title   string `json:"title"`
		HTML    string `json:"html"`
		Width   int    `json:"width"`
		Height  int    `json:"height"`
		Picture string `json:"thumbnail_url"`
		Across  int    `json:"thumbnail_width"`
		Down    int    `json:"thumbnail_height"`
	}{"1.0", "rich", d.Title, frame, embedWidth, embedHeight, address + CardName, CardWidth, CardHeight}, "", "  ")
}

// headerFile returns the headers for hosts like Netlify and Cloudflare Pages that the project's
// own server says; they read it from the root of a site. The address of a
// sandboxed frame has an opaque origin, so everything may be read from anywhere.
func headerFile(files map[string][]byte) []byte {
	var b strings.Builder
	b.WriteString("/*\n")
	for _, h := range web.Headers {
		fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
	}
	b.WriteString("  Access-Control-Allow-Origin: *\n")
	keep := func(where string) {
		fmt.Fprintf(&b, "%s\n  Cache-Control: public, max-age=31536000, immutable\n", where)
	}
	keep("/assets/*")
	for _, name := range SortedNames(files) {
		if base := path.Base(name); !strings.HasPrefix(name, "assets/") && strings.Count(base, ".") == 2 && !strings.HasPrefix(base, "picture.") {
			keep("/" + name)
		}
	}
	return []byte(b.String())
}
