package web

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web/language"
)

// Page is the data of index.html.
type Page struct {
	Drawing  *scene.LaidOutNetwork
	Language *language.Language // of the page; nil is that of the network
	Wide     template.HTML      // the picture for wide areas, an inline <svg>
	Tall     template.HTML      // the picture for tall areas, an inline <svg>
	Figure   string             // width and height of the picture that articles show, in CSS pixels, such as "390 768"; "" for none
	Folder   string             // of the page in the network's own folder, such as "fa/"; "" is that folder itself. The following addresses are relative to it
	Assets   string             // folder of scripts and styles, such as "assets/1f3a/"
	Viewer   string             // the viewer, such as "viewer.1f3a.wasm"
	Bytes    int64              // its length, uncompressed, for the progress bar; 0 is unknown
	Data     string             // the network, such as "network.1f3a.json"
	Graph    string             // of a large network, what its picture depends on, such as "graph.1f3a.columns"; "" for others
	Passages string             // what articles around the page search for, such as "passages.1f3a.json"; "" for none
	Claims   string             // what articles around the page print, such as "claims.1f3a.json", which [Render] adds with AddClaims; "" for none
	Layout   string             // the program that lays out a draft, such as "layout.1f3a.wasm"; "" if it isn't a draft
	Address  string             // address of the page, such as "https://example.org/network/", or ""
	Inline   *Inline            // of a page that is one file; nil for others
	Script   string             // the script with what only the page's scripts use, which [Render] adds with AddScript; "" if the page holds it
	Notices  string             // the licences of all software in the site, such as "THIRD_PARTY_NOTICES.txt"
	Live     string             // root of the site where the page reloads as the network changes, such as "./"; "" where it doesn't

	// AddScript adds a script to the site and returns its path from the network's folder.
	// If it is nil, the page contains the script's data itself.
	AddScript func(script []byte) (path string)

	// AddClaims does the same with the claims that an article prints. If it is nil, it
	// prints none.
	AddClaims func(claims []byte) (path string)

	Version   string // with Live: changes with the network and its translations
	Embedders string // with Live: origins, with spaces between, whose pages may embed the page besides its own
}

// Files are the scripts and styles that the page loads.
func (p Page) Files() Files { return PageFiles }

// Root is the relative path from the page to the network's own folder.
func (p Page) Root() string {
	if p.Folder == "" {
		return ""
	}
	return "../"
}

// inFolder returns the page with paths relative to its folder.
func (p Page) inFolder() Page {
	for _, way := range []*string{&p.Assets, &p.Script, &p.Viewer, &p.Data, &p.Graph, &p.Claims, &p.Layout, &p.Notices, &p.Live} {
		if *way != "" {
			*way = p.Root() + *way
		}
	}
	return p
}

//go:embed evidence/*.html
//go:embed page/*.html panel/*.html ask/*.html search/*.html legend/*.html share/*.html story/*.html time/*.html zoom/*.html keys/*.html export/*.html
//go:embed collection/*.html live/*.html
var markup embed.FS

// templates are parsed with functions that know no language; Render gives them
// the page's.
var templates = template.Must(template.New("page").Funcs(template.FuncMap{
	"quote": quoted,
	"lang":  langAttr,
	"set":   blockAttr,
}).Funcs(swatches(words{}, &network.Network{}, sign)).Funcs(parts{}.funcs()).Funcs(words{}.funcs(nil)).ParseFS(markup, "*/*.html"))

// Render writes index.html. The same page gives the same bytes. It writes
// nothing when it fails.
func Render(out io.Writer, p Page) error {
	if p.Drawing == nil || p.Drawing.Network == nil {
		return fmt.Errorf("web: the page has no network")
	}
	original := p.Drawing.Network
	if p.Language == nil {
		p.Language = language.Of(original.Lang)
	}
	p.Language = speaking(p.Language, original)
	n := original.In(p.Language.Tag)
	w := words{p.Language, n}
	all, err := newEvidence(original, w)
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	own, err := templates.Clone()
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	in := partsOf(n, partsFolder)
	data := scriptData{Strings: p.Language.Subset(scriptKeys)}
	if in.count == 0 && p.Layout == "" {
		if data.Emphasis, err = newEmphasis(p.Drawing); err != nil {
			return err
		}
	}
	if all.Timeline != nil {
		data.Stops = all.Timeline.Stops
	}
	if p.AddScript != nil {
		script, err := data.script()
		if err != nil {
			return err
		}
		p.Script = p.AddScript(script)
	}
	if p.AddClaims != nil && in.count == 0 {
		claims, err := all.printed(w)
		if err != nil {
			return fmt.Errorf("web: %w", err)
		}
		p.Claims = p.AddClaims(claims)
	}
	p = p.inFolder()
	view := struct {
		Page
		*evidence
		ScriptData scriptData
		Parts      int // in which the evidence is; 0: in this page
		Editions   []edition
		Credit     string      // in pictures that are saved
		Linked     *linkedData // nil: there is none

		HeadingLang, StandfirstLang string // if it differs from the page's

		Signs, Body template.HTML // of the page
	}{
		Page: p, evidence: all, ScriptData: data, Parts: in.count, Editions: editions(p), Credit: Credit(n), Linked: linked(n, p.Address),
		HeadingLang: w.in("", "headline"), StandfirstLang: w.in("", "leadCaption"),
	}
	if n.Headline == "" {
		view.HeadingLang = w.in("", "title")
	}
	if n.Caption == "" {
		view.StandfirstLang = w.in("", "summary")
	}
	signs := sharedSigns{ids: map[string]string{}}
	own.Funcs(w.funcs(own)).Funcs(swatches(w, n, signs.use)).Funcs(in.funcs())
	var body strings.Builder
	if err := own.ExecuteTemplate(&body, "body", view); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	view.Body = template.HTML(shorten(body.String()))
	view.Signs = template.HTML(shorten(string(signs.markup())))
	var b bytes.Buffer
	if err := own.ExecuteTemplate(&b, "page.html", view); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	_, err = out.Write(b.Bytes())
	return err
}

// toJSON is for data attributes.
func toJSON(v any) (string, error) {
	data, err := json.Marshal(v)
	return string(data), err
}
