//go:build !js

package site

import (
	"bytes"
	"fmt"
	"html"
	"maps"
	"regexp"
	"strings"

	"proxynet/network"
	"proxynet/web"
)

// Desk is the editor: its page, scripts, styles and programs.
type Desk struct {
	programs Programs
	assets   map[string][]byte // by path from the folder of scripts
	app      string            // the script of a published page that is one file

	scripts, styles string // what the policy of such a page allows; a preview in a frame comes under the editor's
}

// NewDesk returns the editor with the programs. app is page/app.js, bundled, for the
// pages that it publishes.
func NewDesk(p Programs, app string) (*Desk, error) {
	own, err := web.DeskAssets()
	if err != nil {
		return nil, err
	}
	assets, err := Sources(p.Exec)
	if err != nil {
		return nil, err
	}
	maps.Copy(assets, own)
	d := &Desk{programs: p, assets: assets, app: app}
	d.scripts, d.styles, err = previewPolicy(p, app)
	return d, err
}

// Sources returns the scripts and styles of the editor by their paths from the
// folder of scripts.
func (d *Desk) Sources() map[string][]byte { return d.assets }

// published are the programs that the editor needs to publish, by their names.
func (d *Desk) published() map[string][]byte {
	return map[string][]byte{
		"viewer.wasm":             d.programs.Viewer,
		"THIRD_PARTY_NOTICES.txt": d.programs.Notices, "app.js": []byte(d.app), ScriptsName: packScripts(d.programs.Scripts),
	}
}

// Files returns every file of the editor as a site, by its path. Its page needs a
// host, but no server of its own. Token is that of “proxynet edit”, else "".
func (d *Desk) Files(token string) (map[string][]byte, error) {
	folder := "assets/" + hashFiles(d.assets) + "/"
	files := map[string][]byte{noticesName: d.programs.DeskNotices}
	for name, data := range d.assets {
		files[folder+name] = data
	}
	page := web.Desk{
		Assets: folder, Engine: hashedName("desk", d.programs.Desk, "wasm"), Exec: folder + "wasm_exec.js", Worker: folder + "desk/worker.js",
		Programs: map[string]string{}, Edit: token,
	}
	files[page.Engine] = d.programs.Desk
	for name, data := range d.published() {
		packed, err := Gzip(data)
		if err != nil {
			return nil, err
		}
		stem, _, _ := strings.Cut(strings.ToLower(name), ".")
		page.Programs[name] = hashedName("programs/"+stem, packed, "bin") // .gz would make some hosts unpack it
		files[page.Programs[name]] = packed
	}
	var b bytes.Buffer
	if err := web.RenderDesk(&b, page); err != nil {
		return nil, err
	}
	files["index.html"] = policyTag.ReplaceAll(b.Bytes(), []byte(`<meta http-equiv="Content-Security-Policy" content="`+d.Policy()+"\">\n"))
	files["_headers"] = d.headers()
	files["headers.txt"] = d.advice()
	return files, nil
}

// Policy is the Content-Security-Policy of the editor as a site.
func (d *Desk) Policy() string {
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' " + d.scripts + "; connect-src 'self'; style-src 'self' " + d.styles +
		"; img-src 'self' data: blob:; worker-src 'self'; frame-src blob:; base-uri 'none'; form-action 'none'"
}

// headers is the file in which hosts find the headers of answers; see headerFile.
func (d *Desk) headers() []byte {
	var b strings.Builder
	b.WriteString("/*\n  Content-Security-Policy: " + d.Policy() + "; frame-ancestors 'none'\n")
	for _, h := range web.Headers {
		if h.Name != "Content-Security-Policy" {
			fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
		}
	}
	return []byte(b.String())
}

// advice is the file that says which header a host must send, for people.
func (d *Desk) advice() []byte {
	return fmt.Appendf(nil, `Any static host can serve this folder. A host that sends a Content-Security-Policy of
its own, such as one set up for a site that proxynet builds, must send this one for the
desk; otherwise the preview stays empty. Netlify and Cloudflare Pages read it in
_headers, and so does "proxynet serve --site".

%[1]s

nginx:   add_header Content-Security-Policy "%[1]s" always;
Caddy:   header Content-Security-Policy "%[1]s"
Apache:  Header always set Content-Security-Policy "%[1]s"
`, d.Policy()+"; frame-ancestors 'none'")
}

// Single returns the editor as one HTML file, which opens from a disk.
func (d *Desk) Single(bundle Bundle) ([]byte, error) {
	const folder = "assets/"
	page := web.Desk{Assets: folder, Engine: "inline:desk", Exec: "inline:exec", Worker: "inline:worker", Programs: map[string]string{}}
	in := inliner{assets: folder, files: map[string][]byte{}, bundle: bundle, policy: d.singlePolicy}
	for name, data := range d.assets {
		in.files[folder+name] = data
	}
	blocks := map[string][]byte{"desk": d.programs.Desk, "exec": d.programs.Exec, "worker": d.assets["desk/worker.js"]}
	for name, data := range d.published() {
		stem, _, _ := strings.Cut(strings.ToLower(name), ".")
		page.Programs[name] = "inline:" + stem
		blocks[stem] = data
	}
	for _, name := range SortedNames(blocks) {
		block, err := dataBlock(name, blocks[name], nil)
		if err != nil {
			return nil, err
		}
		in.blocks = append(in.blocks, block)
	}
	in.blocks = append(in.blocks, `<template id="third-party-notices"><pre>`+html.EscapeString(string(d.programs.DeskNotices))+`</pre></template>`)
	var b bytes.Buffer
	if err := web.RenderDesk(&b, page); err != nil {
		return nil, err
	}
	in.page = b.String()
	return in.run()
}

// singlePolicy is the policy of the editor that is one file: it may load nothing.
func (d *Desk) singlePolicy(scripts, styles string) string {
	return "default-src 'none'; script-src 'wasm-unsafe-eval' " + scripts + " " + d.scripts + "; style-src " + styles + " " + d.styles +
		"; img-src data: blob:; worker-src blob:; frame-src blob:; base-uri 'none'; form-action 'none'"
}

// hashSource finds the scripts and styles that a policy names.
var hashSource = regexp.MustCompile(`'sha256-[^']+'`)

// previewPolicy returns the scripts and styles that the policy of every published
// page that is one file allows.
func previewPolicy(p Programs, app string) (scripts, styles string, err error) {
	builder, err := New(Programs{Viewer: []byte{}, Scripts: p.Scripts}, nil)
	if err != nil {
		return "", "", err
	}
	drawings, err := Compose(Options{Networks: []*network.Network{{
		Format: network.FormatVersion, ID: "n", Title: "N", Summary: "N", Lang: "en", Unsourced: true,
		Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.Unknown}},
	}}})
	if err != nil {
		return "", "", err
	}
	page, err := builder.Single(drawings[0], "", func(string) (string, error) { return app, nil })
	if err != nil {
		return "", "", err
	}
	tag := string(policyTag.Find(page))
	_, after, _ := strings.Cut(tag, "script-src ")
	scriptPart, after, _ := strings.Cut(after, ";")
	_, stylePart, _ := strings.Cut(after, "style-src ")
	stylePart, _, ok := strings.Cut(stylePart, ";")
	if !ok {
		return "", "", fmt.Errorf("a published page has no policy as expected: %q", tag)
	}
	return strings.Join(hashSource.FindAllString(scriptPart, -1), " "), strings.Join(hashSource.FindAllString(stylePart, -1), " "), nil
}
