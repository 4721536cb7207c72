package site_test

import (
	"encoding/json"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web/site"
	"proxynet/web/site/compile"
)

func tiny() *network.Network {
	return &network.Network{
		Format: network.FormatVersion, ID: "tiny", Title: "Tiny", Lang: "en", Root: "a",
		Sources:  []network.Source{{ID: "o", Title: "Text", Lang: "en"}},
		Speakers: []network.Speaker{{ID: "s", Label: "The text", Kind: network.Article}},
		Passages: []network.Passage{{ID: "p", Source: "o", Paragraph: 1, Speaker: "s", Manner: network.Own, Selector: network.QuoteSelector{Exact: "A commands B"}}},
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.State, Passages: []string{"p"}},
			{ID: "b", Label: "B", Kind: network.Force, Passages: []string{"p"}},
		},
		Relations: []network.Relation{{ID: "r", From: "a", To: "b", Directed: true, Kind: "command", Verb: "commands", Status: network.Stated, Passages: []string{"p"}}},
	}
}

// newBuilder returns a builder with stand-ins for the compiled programs.
func newBuilder(t *testing.T, pixels site.Pixels) *site.Builder {
	t.Helper()
	scripts := map[string][]byte{"embed/loader.js": []byte("import('element.js')")}
	for _, name := range []string{"poster.css", "page/styles.css", "page/preload.js", "page/app.js"} {
		scripts[name] = []byte(name)
	}
	builder, err := site.New(site.Programs{
		Viewer: []byte("viewer"), Layout: []byte("layout"), Scripts: scripts, Notices: []byte("notices"),
	}, pixels)
	if err != nil {
		t.Fatal(err)
	}
	return builder
}

// titles is a stand-in for the pictures: each consists of the drawing's title.
type titles struct{}

func (titles) Picture(d *scene.LaidOutNetwork) ([]byte, error) { return []byte(d.Title), nil }
func (titles) Card(d *scene.LaidOutNetwork) ([]byte, error)    { return []byte(d.Title), nil }

func TestFilesHaveACardInEachLanguage(t *testing.T) {
	n := tiny()
	n.Translations = []network.Translation{{Lang: "fa", Texts: map[string]map[string]string{"": {"title": "کوچک"}}}}
	o := site.Options{Networks: []*network.Network{n}, Address: "https://example.org/n/"}
	drawings, err := site.Compose(o)
	if err != nil {
		t.Fatal(err)
	}
	files, err := newBuilder(t, titles{}).Files(drawings, o)
	if err != nil {
		t.Fatal(err)
	}
	for folder, title := range map[string]string{"": "Tiny", "fa/": "کوچک"} {
		if got := string(files[folder+site.CardName]); got != title {
			t.Errorf("%s%s: got the title %q, want %q", folder, site.CardName, got, title)
		}
		var oembed struct {
			Title, HTML string
			Thumbnail   string `json:"thumbnail_url"`
		}
		if err := json.Unmarshal(files[folder+"oembed.json"], &oembed); err != nil {
			t.Fatal(err)
		}
		address := o.Address + folder
		if oembed.Title != title || oembed.Thumbnail != address+site.CardName || !strings.Contains(oembed.HTML, `src="`+address+`"`) {
			t.Errorf("%soembed.json: got %+v", folder, oembed)
		}
		page := string(files[folder+"index.html"])
		for _, want := range []string{address + site.CardName, address + "oembed.json"} {
			if !strings.Contains(page, `"`+want+`"`) {
				t.Errorf("%sindex.html does not name %s", folder, want)
			}
		}
	}
	if files["en/"+site.CardName] != nil || !strings.Contains(string(files["en/index.html"]), `"`+o.Address+site.CardName+`"`) {
		t.Error("the page in the network’s own language has two cards")
	}
}

// TestFilesWithoutPixels builds a site without a drawer of pictures in pixels:
// everything else must be complete.
func TestFilesWithoutPixels(t *testing.T) {
	o := site.Options{Networks: []*network.Network{tiny()}, Address: "https://example.org/"}
	drawings, err := site.Compose(o)
	if err != nil {
		t.Fatal(err)
	}
	files, err := newBuilder(t, nil).Files(drawings, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "fa/index.html", "embed.js", "oembed.json", "picture.tall.svg", "figure.svg", "fa/figure.svg", "legend.svg", "fa/legend.svg", "legend-540.svg", "fa/legend-720.svg", "_headers", "THIRD_PARTY_NOTICES.txt"} {
		if len(files[name]) == 0 {
			t.Errorf("there is no %s", name)
		}
	}
	if files[site.PictureName] != nil || files[site.CardName] != nil {
		t.Error("there are pictures in pixels")
	}
	for _, link := range regexp.MustCompile(`(?:href|src|content)="([^"#]+\.(?:css|js|json|wasm))"`).FindAllStringSubmatch(string(files["index.html"]), -1) {
		if _, ok := files[link[1]]; !ok && !strings.HasPrefix(link[1], o.Address) {
			t.Errorf("index.html links %s, which is not there", link[1])
		}
	}
}

// TestPackageIsPure checks the imports of the package: it is also compiled for the
// browser, without a toolchain, compressors, fonts and a bundler.
func TestPackageIsPure(t *testing.T) {
	list := exec.Command("go", "list", "-deps", ".")
	list.Env = append(list.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, "proxynet/web") {
		t.Fatalf("go list printed %q", out)
	}
	for _, name := range []string{"os/exec", "github.com/andybalholm/brotli", "github.com/evanw/esbuild", "github.com/go-fonts", "proxynet/viz/png"} {
		if i := slices.IndexFunc(deps, func(dep string) bool { return dep == name || strings.HasPrefix(dep, name+"/") }); i >= 0 {
			t.Errorf("it depends on %s", deps[i])
		}
	}
	vet := exec.Command("go", append([]string{"vet"}, append(compile.PackageFlags(), ".")...)...) // with what is compiled already
	vet.Env = list.Env
	if out, err := vet.CombinedOutput(); err != nil {
		t.Errorf("it does not compile for the browser: %v\n%s", err, out)
	}
}
