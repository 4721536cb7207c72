//go:build !js

package site

import (
	"bytes"
	"fmt"
	"maps"
	"strings"

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
		Policy: policyContent(d.Policy()), Assets: folder, Engine: hashedName("desk", d.programs.Desk, "wasm"), Exec: folder + "wasm_exec.js", Worker: folder + "desk/worker.js",
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
	files["index.html"] = b.Bytes()
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
	page := web.Desk{Engine: "inline:desk", Exec: "inline:exec", Worker: "inline:worker", Programs: map[string]string{}}
	in := inliner{assets: folder, files: map[string][]byte{}, bundle: bundle}
	for name, data := range d.assets {
		in.files[folder+name] = data
	}
	parts := map[string][]byte{"desk": d.programs.Desk, "exec": d.programs.Exec, "worker": d.assets["desk/worker.js"]}
	for name, data := range d.published() {
		stem, _, _ := strings.Cut(strings.ToLower(name), ".")
		page.Programs[name] = "inline:" + stem
		parts[stem] = data
	}
	var blocks []string
	for _, name := range SortedNames(parts) {
		block, err := dataBlock(name, parts[name], nil)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, block)
	}
	inline, err := in.inline(web.DeskFiles, d.singlePolicy, append(blocks, noticesBlock(d.programs.DeskNotices)))
	if err != nil {
		return nil, err
	}
	page.Inline, page.Policy = inline, inline.Policy
	var b bytes.Buffer
	if err := web.RenderDesk(&b, page); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// singlePolicy is the policy of the editor that is one file: it may load nothing.
func (d *Desk) singlePolicy(scripts, styles string) string {
	return "default-src 'none'; script-src 'wasm-unsafe-eval' " + scripts + " " + d.scripts + "; style-src " + styles + " " + d.styles +
		"; img-src data: blob:; worker-src blob:; frame-src blob:; base-uri 'none'; form-action 'none'"
}

// previewPolicy returns the scripts and styles that the policy of every published
// page that is one file allows.
func previewPolicy(p Programs, app string) (scripts, styles string, err error) {
	builder, err := New(Programs{Viewer: []byte{}, Scripts: p.Scripts}, nil)
	if err != nil {
		return "", "", err
	}
	in := builder.inliner(func(string) (string, error) { return app, nil })
	if _, err := in.inline(web.PageFiles, pagePolicy, nil); err != nil {
		return "", "", err
	}
	return strings.Join(in.scripts, " "), strings.Join(in.styles, " "), nil
}
