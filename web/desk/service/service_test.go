package service_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/scene"
	"proxynet/web/desk"
	"proxynet/web/desk/service"
	"proxynet/web/site"
)

const (
	article = "Anna commands Berta and whoever works for her.\nNobody commands Clara.\n"
	text    = `format: 1
id: n
title: First title
summary: S
lang: en
root: anna
sources: [{id: s, title: T, lang: en, text: article.txt}]
speakers: [{id: v, label: V, kind: article}]
passages:
  - {id: p, exact: Anna commands Berta and whoever works for her}
nodes:
  - {id: anna, label: Anna, kind: person, summary: S., passages: [p]}
  - {id: berta, label: Berta, kind: person, summary: S., passages: [p]}
relations:
  - {id: a-b, from: anna, to: berta, kind: command, verb: commands, passages: [p]}
`
	persian = "format: 1\ntranslates: n\nlang: fa\ntitle: {en: First title, fa: نخست}\n"
	arabic  = "format: 1\ntranslates: n\nlang: ar\ntitle: {en: First title, ar: الأول}\n"
)

// scripts are stand-ins for the scripts and styles of a site.
const scripts = `{"poster.css": "a{}", "page/styles.css": "b{}", "page/preload.js": "c()", "page/app.js": "d()", "embed/loader.js": "import('element.js')"}`

// programs are stand-ins for the compiled programs.
var programs = map[string][]byte{
	"viewer.wasm":             []byte("viewer"),
	"THIRD_PARTY_NOTICES.txt": []byte("notices"), "app.js": []byte("app()"), site.ScriptsName: []byte(scripts),
}

// session is an engine with an open network.
type session struct {
	t      *testing.T
	engine *desk.Engine
}

func open(t *testing.T, text string, given map[string][]byte) *session {
	t.Helper()
	d := &service.Desk{}
	if given != nil {
		if err := d.Programs(given); err != nil {
			t.Fatal(err)
		}
	}
	s := &session{t, &desk.Engine{Services: d.Services()}}
	s.ask("open", desk.Opening{
		Name: "network.yaml", Text: text, Language: "en", Articles: map[string]string{"article.txt": article},
		Files: map[string]string{"network.fa.yaml": persian, "network.ar.yaml": arabic, "review.yaml": ""},
	}, nil)
	return s
}

// ask returns the answer as JSON, and its bytes.
func (s *session) ask(op string, args any, data []byte) (string, []byte) {
	s.t.Helper()
	encoded, err := json.Marshal(args)
	if err != nil {
		s.t.Fatal(err)
	}
	answer, attached, err := s.engine.Do(op, encoded, data)
	if err != nil {
		s.t.Fatalf("%s: %v", op, err)
	}
	return string(answer), attached
}

type publish struct {
	As       string            `json:"as"`
	Shown    []scene.Layout    `json:"shown,omitempty"`
	Arranged []json.RawMessage `json:"arranged,omitempty"`
}

// arranged returns layouts of the network from other engines, as a page receives them.
func arranged(t *testing.T) (all []json.RawMessage) {
	t.Helper()
	for _, layout := range []string{"wide", "tall"} {
		s := &session{t, &desk.Engine{Services: (&service.Desk{}).Services()}}
		answer, _ := s.ask("arrange", desk.Arrangement{
			Name: "network.yaml", Text: text, Layout: layout, Files: map[string]string{"network.fa.yaml": persian, "network.ar.yaml": arabic, "review.yaml": ""},
		}, nil)
		all = append(all, json.RawMessage(answer))
	}
	return all
}

// built returns the output of “build” for the same files.
func built(t *testing.T) (files map[string][]byte, single []byte) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"network.yaml": text, "article.txt": article, "network.fa.yaml": persian, "network.ar.yaml": arabic} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	n, err := file.LoadProved(filepath.Join(dir, "network.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	files, err = site.UnpackScripts([]byte(scripts))
	if err != nil {
		t.Fatal(err)
	}
	builder, err := site.New(site.Programs{
		Viewer: programs["viewer.wasm"], Scripts: files, Notices: programs["THIRD_PARTY_NOTICES.txt"],
		Layout: []byte("layout"), Desk: []byte("desk"),
	}, pixels{})
	if err != nil {
		t.Fatal(err)
	}
	o := site.Options{Networks: []*network.Network{n}}
	drawings, err := site.Compose(o)
	if err != nil {
		t.Fatal(err)
	}
	if files, err = builder.Files(drawings, o); err != nil {
		t.Fatal(err)
	}
	single, err = builder.Single(drawings[0], "", func(string) (string, error) { return string(programs["app.js"]), nil })
	if err != nil {
		t.Fatal(err)
	}
	return files, single
}

type pixels struct{}

func (pixels) Picture(*scene.LaidOutNetwork) ([]byte, error) { return []byte("png"), nil }
func (pixels) Card(*scene.LaidOutNetwork) ([]byte, error)    { return []byte("png"), nil }

// TestPublishEqualsBuild publishes a network with translations from the desk, with
// plain and with compressed programs: page and site are byte-identical to those of
// “build”, but for what package desk names.
func TestPublishEqualsBuild(t *testing.T) {
	files, single := built(t)
	delete(files, site.PictureName) // which needs fonts
	files[site.ManifestName] = site.Manifest(site.Sums(files))
	packed := map[string][]byte{}
	for name, data := range programs {
		var err error
		if packed[name], err = site.Gzip(data); err != nil {
			t.Fatal(err)
		}
	}
	for how, given := range map[string]map[string][]byte{"plain": programs, "compressed": packed} {
		s := open(t, text, given)
		order := publish{As: "html"}
		if how == "plain" {
			order.Arranged = arranged(t)
		}
		if _, got := s.ask("publish", order, nil); !bytes.Equal(got, single) {
			t.Errorf("%s: the page differs from what is built: %d bytes, want %d", how, len(got), len(single))
		}
		answer, data := s.ask("publish", publish{As: "zip"}, nil)
		if answer != `{"name":"network.zip"}`+"\n" {
			t.Errorf("got %s", answer)
		}
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if got[f.Name] = true; !bytes.Equal(content, files[f.Name]) {
				t.Errorf("%s: %s differs from what is built", how, f.Name)
			}
		}
		for name := range files {
			if !got[name] {
				t.Errorf("%s: %s is missing", how, name)
			}
		}
	}
}

// TestPublishUsesArrangedLayouts publishes with finished layouts, of the same network
// and of another one.
func TestPublishUsesArrangedLayouts(t *testing.T) {
	var ready []json.RawMessage
	for _, a := range arranged(t) {
		ready = append(ready, bytes.Replace(a, []byte(`"x":`), []byte(`"x":1`), 1)) // moved, to show whether they are used
	}
	_, single := built(t)
	s := open(t, text, programs)
	if _, got := s.ask("publish", publish{As: "html", Arranged: ready}, nil); bytes.Equal(got, single) {
		t.Error("the layouts that are ready aren't taken")
	}
	s = open(t, strings.Replace(text, "label: Berta", "label: Dora", 1), programs)
	_, want := s.ask("publish", publish{As: "html"}, nil)
	s = open(t, strings.Replace(text, "label: Berta", "label: Dora", 1), programs)
	if _, got := s.ask("publish", publish{As: "html", Arranged: ready}, nil); !bytes.Equal(got, want) {
		t.Error("the layouts of another network are taken")
	}
}

func TestPreview(t *testing.T) {
	s := open(t, text, programs)
	s.ask("picture", desk.PictureOrder{Layout: "wide", Width: 800, Height: 600}, nil)
	answer, _ := s.ask("shown", struct{}{}, nil)
	var shown desk.Shown
	if err := json.Unmarshal([]byte(answer), &shown); err != nil || len(shown.Layouts) != 1 {
		t.Fatalf("%v: %s", err, answer)
	}
	_, page := s.ask("publish", publish{As: "preview", Shown: shown.Layouts}, nil)
	if !bytes.Contains(page, []byte("<title>First title")) {
		t.Errorf("it is no page: %.200s", page)
	}
	shown.Layouts[0].Places[1].X -= 40 // as if it were open in the desk
	if _, other := s.ask("publish", publish{As: "preview", Shown: shown.Layouts}, nil); bytes.Equal(other, page) {
		t.Error("the preview has its nodes elsewhere than the desk")
	}
}

func TestPublishErrors(t *testing.T) {
	for _, test := range []struct {
		name, text, as, want string
		programs             map[string][]byte
	}{
		{"no programs", text, "html", "the programs of the page are missing", nil},
		{"an unknown form", text, "pdf", "unknown “as”", programs},
		{"a misquote", strings.Replace(text, "exact: Anna", "exact: Dora", 1), "html", "misquoted", programs},
	} {
		s := open(t, test.text, test.programs)
		if _, _, err := s.engine.Do("publish", []byte(`{"as":"`+test.as+`"}`), nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
	d := &service.Desk{}
	if err := d.Programs(map[string][]byte{"app.js": []byte("v")}); err == nil || !strings.Contains(err.Error(), "viewer.wasm is missing") {
		t.Errorf("got %v", err)
	}
	broken := map[string][]byte{"viewer.wasm": {0x1f, 0x8b, 1}}
	if err := d.Programs(broken); err == nil {
		t.Error("a broken copy is taken")
	}
}

func TestReviewInTheDesk(t *testing.T) {
	s := open(t, text, nil)
	var r struct {
		Text   string
		Claims []struct{ ID, State, By, On string }
	}
	ask := func(op string, args map[string]any) {
		t.Helper()
		answer, _ := s.ask(op, args, nil)
		if err := json.Unmarshal([]byte(answer), &r); err != nil {
			t.Fatal(err)
		}
	}
	ask("review", map[string]any{"text": ""})
	if len(r.Claims) != 4 || r.Claims[3].State != "unsigned" {
		t.Errorf("got %+v", r)
	}
	ask("sign", map[string]any{"text": r.Text, "id": "a-b", "by": "A. Lawyer", "on": "2026-11-27"})
	if c := r.Claims[3]; c.State != "signed" || c.By != "A. Lawyer" || c.On != "2026-11-27" {
		t.Errorf("got %+v", c)
	}
	ask("note", map[string]any{"text": r.Text, "id": "a-b", "by": "A. Lawyer", "on": "2026-11-27", "body": "Sure?"})
	ask("done", map[string]any{"text": r.Text, "n": 0, "done": true})
	if !strings.Contains(r.Text, "text: \"Sure?\"\n    done: true\n") {
		t.Errorf("got %s", r.Text)
	}
	s.ask("text", map[string]any{"revision": 2, "text": strings.Replace(text, "verb: commands", "verb: orders", 1)}, nil)
	if ask("review", map[string]any{"text": r.Text}); r.Claims[3].State != "stale" {
		t.Errorf("got %+v", r.Claims[3])
	}
}

func TestCompareAndProposeInTheDesk(t *testing.T) {
	s := open(t, text, nil)
	answer, _ := s.ask("compare", map[string]string{"before": strings.Replace(text, "verb: commands", "verb: orders", 1)}, nil)
	if !strings.Contains(answer, `"before":"Anna orders Berta","words":"verb: orders → commands"`) {
		t.Errorf("got %s", answer)
	}
	answer, _ = s.ask("proposals", nil, []byte(`{"proposals": 1, "claims": [{"sort": "relation", "from": "Berta", "to": {"label": "Clara", "kind": "person"}, "kind": "command", "quote": "Nobody commands Clara"}]}`))
	if !strings.Contains(answer, `"act":{"do":"relation","selection":{"source":"s","paragraph":2,"from":0,"to":21},"from":"berta","to":{"kind":"person","label":"Clara"}`) {
		t.Errorf("got %s", answer)
	}
}
