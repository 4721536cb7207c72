package site_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
	"proxynet/web"
	"proxynet/web/site"
)

func TestPictureFileIsStandalone(t *testing.T) {
	n := tiny()
	n.Nodes[0].Label = "a < b"
	drawings, err := site.Compose(site.Options{Networks: []*network.Network{n}})
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := svg.Picture(drawings[0], "wide", web.EntryLink(n))
	if err != nil {
		t.Fatal(err)
	}
	picture := string(drawn.File())
	for d := xml.NewDecoder(strings.NewReader(picture)); ; {
		_, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("it is not well formed: %v\n%s", err, picture)
		}
	}
	for _, want := range []string{`<svg class="poster poster-wide"`, "--pn-paper:", "prefers-color-scheme: dark", ">a &lt; b</text>"} {
		if !strings.Contains(picture, want) {
			t.Errorf("it lacks %q", want)
		}
	}
}

func TestOEmbed(t *testing.T) {
	const title = `A "title" & <b>`
	data, err := site.OEmbed(&scene.LaidOutNetwork{Network: &network.Network{Title: title}}, "https://example.org/n/")
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Version, Type, Title, HTML string
		Width, Height              int
		Thumbnail                  string `json:"thumbnail_url"`
		Across                     int    `json:"thumbnail_width"`
		Down                       int    `json:"thumbnail_height"`
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != "1.0" || got.Type != "rich" || got.Title != title || got.Width < 1 || got.Height < 1 {
		t.Errorf("got %+v, want a rich answer of version 1.0", got)
	}
	if got.Thumbnail != "https://example.org/n/card.png" || got.Across != 1200 || got.Down != 630 {
		t.Errorf("got the thumbnail %q of %d × %d", got.Thumbnail, got.Across, got.Down)
	}
	for _, want := range []string{`src="https://example.org/n/"`, `title="A &#34;title&#34; &amp; &lt;b&gt;"`, `sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"`} {
		if !strings.Contains(got.HTML, want) {
			t.Errorf("the frame lacks %q: %s", want, got.HTML)
		}
	}
}

func TestHeaderFile(t *testing.T) {
	got := string(site.HeaderFile(map[string][]byte{
		"index.html": nil, "embed.js": nil, "picture.wide.svg": nil, "viewer.0123456789abcdef.wasm": nil, "assets/0123456789abcdef/page/app.js": nil,
	}))
	for _, h := range web.Headers {
		if !strings.Contains(got, "  "+h.Name+": "+h.Value+"\n") {
			t.Errorf("it lacks %s", h.Name)
		}
	}
	const kept = "\n  Cache-Control: public, max-age=31536000, immutable\n"
	for name, want := range map[string]bool{"/assets/*": true, "/viewer.0123456789abcdef.wasm": true, "/embed.js": false, "/index.html": false, "/picture.wide.svg": false} {
		if strings.Contains(got, name+kept) != want {
			t.Errorf("%s is kept: got %v, want %v", name, !want, want)
		}
	}
}
