//go:build !js

package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"

	"proxynet/web/language"
)

// deskFiles are the page of the editor, its scripts and styles. The engine, which
// runs in a browser, has no use for them.
//
//go:embed desk/*.html desk/*.js desk/*.css desk/form/*.js desk/tab/*.js
var deskFiles embed.FS

// Desk is the data of the editor's page. Addresses are as seen from the page, or
// name data blocks in it, such as "inline:desk".
type Desk struct {
	Policy   template.HTMLAttr // the content attribute with the Content-Security-Policy
	Assets   string            // folder of scripts and styles
	Engine   string            // the program, such as "desk.1f3a.wasm"
	Exec     string            // wasm_exec.js
	Worker   string            // the script of the engine's worker
	Programs map[string]string // programs of published pages: name → address
	Edit     string            // token of “proxynet edit”, "" elsewhere
	Inline   *Inline           // of an editor that is one file; nil for others
}

// DeskFiles are the scripts and styles that the editor's page loads.
var DeskFiles = Files{
	Styles: []string{
		"poster.css", "page/page.css", "keys/keys.css",
		"desk/desk.css", "desk/article.css", "desk/column.css", "desk/form.css", "desk/start.css",
	},
	Module: "desk/desk.js",
}

// Files are the scripts and styles that the page loads.
func (d Desk) Files() Files { return DeskFiles }

// DeskAssets returns the scripts and styles of the editor that no other page has, by
// their paths from the folder of scripts.
func DeskAssets() (map[string][]byte, error) {
	assets := map[string][]byte{}
	err := fs.WalkDir(deskFiles, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".test.js") || path.Ext(name) == ".html" {
			return err
		}
		assets[name], err = deskFiles.ReadFile(name)
		return err
	})
	return assets, err
}

var deskTemplate = template.Must(template.New("desk").Funcs(template.FuncMap{"json": toJSON}).ParseFS(deskFiles, "desk/*.html"))

// RenderDesk writes the editor's page. It writes nothing when it fails.
func RenderDesk(out io.Writer, d Desk) error {
	assets, err := DeskAssets()
	if err != nil {
		return err
	}
	var scripts [][]byte
	for _, data := range assets {
		scripts = append(scripts, data)
	}
	for _, name := range []string{"keys/means.js"} { // which the desk imports
		data, err := Assets.ReadFile(name)
		if err != nil {
			return err
		}
		scripts = append(scripts, data)
	}
	strings := map[string]map[string]map[string]any{}
	for _, l := range language.All {
		strings[l.Tag] = l.Subset(language.KeysOf(scripts...))
	}
	programs, err := toJSON(d.Programs)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	err = deskTemplate.ExecuteTemplate(&b, "desk.html", struct {
		Desk
		Programs string
		Strings  any
	}{d, programs, strings})
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	_, err = out.Write(b.Bytes())
	return err
}
