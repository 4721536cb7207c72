package web_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"proxynet/web"
	"proxynet/web/language"
)

func TestDeskIsComplete(t *testing.T) {
	has := func(name, asker string) {
		if _, err := fs.Stat(web.Desk, name); err == nil || elsewhere[name] {
			return
		}
		if _, err := fs.Stat(web.Assets, name); err != nil {
			t.Errorf("%s asks for %s, which is not among the assets", asker, name)
		}
	}
	page, err := web.Desk.ReadFile("desk/desk.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?:href|src)="\{\{\.Assets\}\}([^"]+)"`).FindAllSubmatch(page, -1) {
		has(string(m[1]), "the desk")
	}
	err = fs.WalkDir(web.Desk, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".js" {
			return err
		}
		if strings.Contains(name, ".test.") {
			t.Errorf("%s is a test and must not be shipped", name)
		}
		script, err := fs.ReadFile(web.Desk, name)
		for _, m := range imported.FindAllSubmatch(script, -1) {
			has(path.Join(path.Dir(name), string(m[1])), name)
		}
		for _, key := range language.KeysOf(script) {
			if group, own, _ := strings.Cut(key, "."); own != "" && !language.Has(key) {
				t.Errorf("%s says %s.%s, which no file has", name, group, own)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDeskSpeaksEveryLanguage(t *testing.T) {
	var all map[string]map[string]map[string]any
	if err := json.Unmarshal(web.DeskStrings(), &all); err != nil {
		t.Fatal(err)
	}
	for _, l := range language.All {
		for key, want := range map[string]string{"name": l.Name, "direction": l.Direction} {
			if got := all[l.Tag]["language"][key]; got != want {
				t.Errorf("%s: language.%s is %q; want %q", l.Tag, key, got, want)
			}
		}
		for _, key := range []string{"relation", "merge"} {
			if all[l.Tag]["did"][key] == nil {
				t.Errorf("%s: did.%s is missing", l.Tag, key)
			}
		}
	}
}
