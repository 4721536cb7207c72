package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"

	"proxynet/viz/scene"
)

// Page is all that index.html is made of.
type Page struct {
	Drawing *scene.Drawing
	Wide    template.HTML // the picture for wide areas, an inline <svg>
	Tall    template.HTML // the picture for tall areas, an inline <svg>
	Assets  string        // folder of scripts and styles, such as "assets/1f3a/"
	Viewer  string        // the viewer, such as "viewer.1f3a.wasm"
	Bytes   int64         // its length, uncompressed, for the progress bar; 0 is unknown
	Data    string        // the network, such as "network.1f3a.json"
	Address string        // where the page will stand, such as "https://example.org/network/", or ""
}

//go:embed page/*.html panel/*.html search/*.html legend/*.html share/*.html
var markup embed.FS

var templates = template.Must(template.New("page").Funcs(template.FuncMap{
	"count":    count,
	"quote":    quoted,
	"nodeSign": newNodeSign,
	"lineSign": newLineSign,
}).ParseFS(markup, "page/*.html", "panel/*.html", "search/*.html", "legend/*.html", "share/*.html"))

// Render writes index.html. The same page gives the same bytes. It writes
// nothing when it fails.
func Render(w io.Writer, p Page) error {
	if p.Drawing == nil || p.Drawing.Network == nil {
		return fmt.Errorf("web: the page has no network")
	}
	all, err := newEvidence(p.Drawing.Network)
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	view := struct {
		Page
		*evidence
	}{p, all}
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, "page.html", view); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}
