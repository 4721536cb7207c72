package publish_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/web/site"
	"proxynet/web/site/publish"
)

// pair is a collection of two networks.
func pair() []*network.Network {
	other := tiny()
	other.ID, other.Title = "other", "Other & more"
	return []*network.Network{tiny(), other}
}

func TestCollectionSharesAllButNetworks(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	o := publish.Options{Options: site.Options{Networks: pair(), Title: "Both", Address: "https://example.org/all/"}, Out: out}
	if _, err := publish.Build(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	files := contents(t, out)
	viewers := 0
	for name := range files {
		if strings.HasSuffix(name, ".wasm") && strings.HasPrefix(filepath.Base(name), "viewer") {
			viewers++
		}
	}
	if viewers != 1 {
		t.Errorf("there are %d viewers, want one for all", viewers)
	}
	index := files["index.html"]
	for _, want := range []string{`<title>Both</title>`, `href="tiny/"`, `href="other/"`, `Other &amp; more`, `src="other/picture.wide.svg"`} {
		if !strings.Contains(index, want) {
			t.Errorf("the index page lacks %s", want)
		}
	}
	links := regexp.MustCompile(`(?:href|src|content)="([^"#: ]+\.(?:css|js|json|wasm|svg|txt))"`)
	for _, folder := range []string{"", "fa", "tiny", "other"} {
		found := links.FindAllStringSubmatch(files[filepath.Join(folder, "index.html")], -1)
		if len(found) < 3 {
			t.Errorf("%s/index.html links %d files", folder, len(found))
		}
		for _, link := range found {
			if _, ok := files[filepath.Join(folder, link[1])]; !ok {
				t.Errorf("%s/index.html links %s, which is not there", folder, link[1])
			}
		}
	}
	if !strings.Contains(files["other/index.html"], "https://example.org/all/other/oembed.json") {
		t.Error("a network of a collection has not its own address")
	}
	if !strings.Contains(files["_headers"], "/other/network.") {
		t.Error("_headers does not say that the networks’ files may be kept")
	}
	if others, err := publish.Write(map[string][]byte{"index.html": nil}, out); err != nil || len(others) > 0 {
		t.Errorf("a collection can’t be replaced: %v, %v", others, err)
	}
}

// TestCollectionInEveryLanguage builds a collection with one network translated into
// Persian: its Persian page must mark it, and link to the Persian pages.
func TestCollectionInEveryLanguage(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	networks := pair()
	networks[1].Translations = []network.Translation{{Lang: "fa", Texts: map[string]map[string]string{"": {"title": "دیگری"}}}}
	o := publish.Options{Options: site.Options{Networks: networks, Title: "Both", Address: "https://example.org/all/"}, Out: out}
	if _, err := publish.Build(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	files := contents(t, out)
	for name, wants := range map[string][]string{
		"index.html":    {`<html lang="en" dir="ltr">`, `<link rel="canonical" href="https://example.org/all/">`, `<a href="./fa/" hreflang="fa"`, `<a href="other/">Other`},
		"en/index.html": {`<link rel="canonical" href="https://example.org/all/">`},
		"fa/index.html": {
			`<html lang="fa" dir="rtl">`, `<link rel="canonical" href="https://example.org/all/fa/">`, `<link rel="alternate" hreflang="ar" href="https://example.org/all/ar/">`,
			`<a href="../" hreflang="en"`, `<h2><a href="../other/fa/">دیگری</a></h2>`, `<h2 lang="en" dir="ltr"><a href="../tiny/fa/">`, `src="../other/fa/picture.wide.svg"`,
		},
	} {
		for _, want := range wants {
			if !strings.Contains(files[filepath.FromSlash(name)], want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
	}
	for _, file := range []string{"tiny/fa/index.html", "other/fa/picture.wide.svg"} {
		if _, ok := files[filepath.FromSlash(file)]; !ok {
			t.Errorf("there is no %s, which the Persian page links", file)
		}
	}
}

func TestIDsOfACollection(t *testing.T) {
	twice := pair()
	twice[1].ID = "tiny"
	reserved := pair()
	reserved[1].ID = "com1"
	taken := pair()
	taken[1].ID = "assets"
	tests := []struct {
		name     string
		networks []*network.Network
		want     string
	}{
		{"twice", twice, `two networks have the id "tiny"`},
		{"taken", taken, `a network has the id "assets"`},
		{"a device", reserved, `a network has the id "com1", which Windows can't have`},
		{"none", nil, "there is no network"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := publish.Build(t.Context(), publish.Options{Options: site.Options{Networks: test.networks, Title: "T"}, Out: filepath.Join(t.TempDir(), "site")})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q in it", err, test.want)
			}
		})
	}
}

// TestNotices checks that every licence of the linked code is included, by the
// copyright notices in the licences.
func TestNotices(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	if err := build(t, out, false, false); err != nil {
		t.Fatal(err)
	}
	files := contents(t, out)
	notices := files["THIRD_PARTY_NOTICES.txt"]
	for _, want := range []string{"The Go Authors", "github.com/hajimehoshi/ebiten/v2 v2", "Apache License", "github.com/yourbasic/graph", "Stefan Nilsson"} {
		if !strings.Contains(notices, want) {
			t.Errorf("the notices lack %q", want)
		}
	}
	if n := strings.Count(notices, "TERMS AND CONDITIONS FOR USE"); n != 1 || !strings.Contains(notices, "The same text as that of github.com/") {
		t.Errorf("the text of the Apache License appears %d times, want once, and references to it", n)
	}
	if strings.Contains(notices, "yaml") || strings.Contains(notices, "brotli") {
		t.Error("the notices name what is not in the site")
	}
	if !strings.Contains(files["index.html"], `href=THIRD_PARTY_NOTICES.txt`) {
		t.Error("the page does not lead to the notices")
	}
}
