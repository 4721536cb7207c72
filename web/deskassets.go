package web

import (
	"embed"
	"encoding/json"
	"io/fs"
	"path"

	"proxynet/web/language"
)

// Desk holds what the page of the desk consists of besides [Assets]: its template,
// desk/desk.html, its scripts and its styles. It names each file, so that no test is
// shipped.
//
//go:embed desk/article.css desk/article.js desk/bar.js desk/choice.js desk/column.css desk/column.js desk/combo.js desk/cursor.js desk/desk.css desk/desk.html desk/desk.js desk/desktop.js desk/dialog.js desk/dom.js desk/edits.js desk/engine.js desk/files.js desk/form.css desk/history.js desk/intake.js desk/keep.js desk/key.js desk/keys.js desk/loadbytes.js desk/lock.js desk/marks.js desk/names.js desk/next.js desk/notice.js desk/panes.js desk/picture.js desk/place.js desk/point.js desk/proposals.js desk/publish.js desk/say.js desk/start.css desk/start.js desk/storage.js desk/tabs.js desk/top.js desk/words.js desk/work.js desk/worker.js
//go:embed desk/form/about.js desk/form/context.js desk/form/edit.js desk/form/event.js desk/form/firmness.js desk/form/form.js desk/form/merge.js desk/form/name.js desk/form/namefield.js desk/form/network.js desk/form/recordfield.js desk/form/relation.js desk/form/speakerfield.js desk/form/step.js
//go:embed desk/tab/claims.js desk/tab/findings.js desk/tab/passages.js desk/tab/people.js desk/tab/review.js desk/tab/story.js desk/tab/yaml.js
var Desk embed.FS

// DeskStrings returns the strings that the desk's scripts say, by language, as JSON:
// its author chooses the language in the page.
func DeskStrings() []byte {
	var scripts [][]byte
	err := fs.WalkDir(Desk, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" {
			return err
		}
		data, err := Desk.ReadFile(name)
		scripts = append(scripts, data)
		return err
	})
	if err != nil {
		panic("web: " + err.Error())
	}
	keys := append(language.KeysOf(scripts...), "language.name")
	all := make(map[string]any)
	for _, l := range language.All {
		all[l.Tag] = l.Said(keys)
	}
	data, err := json.Marshal(all)
	if err != nil {
		panic("web: " + err.Error())
	}
	return data
}
