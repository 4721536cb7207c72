package test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"go.yaml.in/yaml/v4"

	"proxynet/network/visible"
)

// hostile is text that clears a terminal, sets its title, changes the reading direction
// and hides itself, with each part in every form that a file can have.
const hostile = "\x1b[2J\x1b]0;PWNED\x07\u009b31m\u202eevil\u202c\u2066x\u2069\u200b\u200e\u061c\U000E0041\u2028{0}\x7f\r"

// onlyText fails the test if output has control characters or invisible characters.
func onlyText(t *testing.T, what, printed string) {
	t.Helper()
	for _, c := range printed {
		if c != '\n' && c != '\t' && c != '\u200c' && c != '\u200d' && (unicode.IsControl(c) || unicode.Is(unicode.Cf, c) || c == '\u2028' || c >= 0xE0000 && c <= 0xE007F) {
			t.Fatalf("%s prints %U:\n%q", what, c, printed)
		}
	}
}

// TestTerminal_GetsNoControlCharacters passes hostile ids, names, headers, texts and
// file names through every verb that prints.
func TestTerminal_GetsNoControlCharacters(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	inJSON := func(s string) string {
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	j := inJSON(hostile)
	inXML := strings.NewReplacer("\x1b", "", "\x07", "", "\r", "").Replace(hostile) // which XML forbids
	inCSV := `"` + strings.ReplaceAll(hostile, "\r", "") + `"`
	inYAML := `"` + strings.NewReplacer("\x1b", `\e`, "\x07", `\a`, "\u009b", `\x9b`, "\u2028", `\L`, "\x7f", `\x7f`, "\r", `\r`).Replace(hostile) + `"`
	article := put("article.txt", "He gave the order "+strings.ReplaceAll(hostile, "\r", "")+" to the general in May.\nاو می‌خواهد برود.\n")
	const network = "format: 1\nid: t\ntitle: T\nsummary: S\nlang: en\nroot: a\nsources: [{id: s, title: T, lang: en, text: article.txt}]\nspeakers: [{id: v, label: A, kind: article}]\n" +
		"passages:\n - {id: p1, paragraph: 1, exact: \"He gave the order to the general in June\"}\nnodes: [{id: a, label: A, kind: group, summary: x, passages: [p1]}]\n"
	misquote := put("misquote.yaml", network)
	strange := put("strange.yaml", strings.Replace(network, "title: T\n", "title: "+inYAML+"\n"+inYAML+": 1\n&"+"x y: "+inYAML+"\n", 1))
	fields := put("fields.yaml", strings.NewReplacer("id: a,", "id: "+inYAML+",", "kind: group", "kind: "+inYAML, "root: a", "root: "+inYAML, "lang: en\n", "lang: "+inYAML+"\n").Replace(network))
	named := put("a\x1b[2J\u202eb.yaml", network+"colour: red\n")

	imports := map[string]string{
		"gexf":       `<gexf><graph><attributes class="node"><attribute id="1" title="` + inXML + `"/></attributes><nodes><node id="` + inXML + `"><attvalues><attvalue for="1" value="x"/></attvalues></node><node id="` + inXML + `"/></nodes></graph></gexf>`,
		"graphml":    `<graphml><graph><node id="` + inXML + `"/><edge id="` + inXML + `" source="` + inXML + `" target="zz"/></graph></graphml>`,
		"cytoscape":  `[{"data":{"id":` + j + `}},{"data":{"id":` + j + `}}]`,
		"jgf":        `{"graph":{"nodes":{` + j + `:{"label":` + j + `}},"edges":[{"source":` + j + `,"target":"zz","id":` + j + `}]}}`,
		"nodelink":   `{"nodes":[{"id":"a",` + j + `:"x","label":` + j + `},{"id":"b"}],"links":[{"id":` + j + `,"source":"a","target":"b",` + j + `:1,"status":` + j + `}]}`,
		"dot":        "graph { a -- \"" + strings.ReplaceAll(hostile, "\r", "") + "\" -- b [x=\"" + inXML + "\"] } \x1b",
		"csv":        "Source,Target," + inCSV + ",Type,Date\na,b," + inCSV + ",Directed,\n" + inCSV + ",b,1," + inCSV + "," + inCSV + "\n",
		"oligrapher": `{"nodes":{"a":{"id":` + j + `,"name":` + j + `,` + j + `:1}},"edges":{"e":{"id":` + j + `,"node1_id":` + j + `,"node2_id":` + j + `}}}`,
	}
	calls := [][]string{
		{"check", "--network", misquote}, {"check", "--network", strange}, {"check", "--network", fields}, {"check", "--network", named},
		{"check", "--network", misquote, "--format", "json"}, {"check", "--network", fields, "--format", "sarif"}, {"check", "--network", misquote, "--format", "sarif"},
		{"check", "--network", misquote, "--article", hostile + "=" + article},
		{"quote", "--article", article, "gave the order"}, {"quote", "--article", article, "order " + hostile}, {"quote", "--article", article, "general in June"},
		{"export", "--network", fields}, {"export", "--network", misquote, "--format", hostile}, {"export", "--network", hostile}, {"build", "--network", named, "-o", dir + "/site"},
		{"new", filepath.Join(dir, "new\x1b[2J\u202e"), "--article", article}, {hostile}, {"check", "--" + hostile}, {"check", hostile}, {"layout", hostile},
		{"import", filepath.Join(dir, "none\u202e.csv")}, {"serve", "--network", misquote, "--site", hostile},
	}
	for form, text := range imports {
		path := put("x."+form, text)
		calls = append(calls, []string{"import", "--format", form, path}, []string{"import", "--format", form, "--graph", hostile, "--lang", hostile, path})
	}
	for _, args := range calls {
		_, stdout, stderr := run(t, args...)
		if stdout+stderr == "" {
			t.Errorf("%.60q prints nothing", args)
		}
		if args[0] != "export" {
			onlyText(t, fmt.Sprintf("%.60q", args), stdout)
		}
		onlyText(t, fmt.Sprintf("%.60q", args), stderr)
		if strings.Contains(strings.Join(args, " "), "--format json") || strings.Contains(strings.Join(args, " "), "--format sarif") {
			if !json.Valid([]byte(stdout)) {
				t.Errorf("%q is no JSON any more: %s", args, stdout)
			}
		}
	}
}

// TestQuote_CanBePasted quotes a hostile article and decodes the output as YAML: it
// must be the article's text. Persian is not escaped.
func TestQuote_CanBePasted(t *testing.T) {
	article := filepath.Join(t.TempDir(), "article.txt")
	words := "the order " + strings.ReplaceAll(hostile, "\r", "") + " to the general"
	if err := os.WriteFile(article, []byte("He gave "+words+" in May.\nاو می‌خواهد برود.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ ask, want, shown string }{{words, words, `\u202eevil`}, {"می‌خواهد", "می‌خواهد", `exact: "می‌خواهد"`}} {
		status, stdout, stderr := run(t, "quote", "--article", article, test.ask)
		if status != 0 {
			t.Fatalf("got status %d: %s", status, stderr)
		}
		onlyText(t, "quote", stdout)
		var passages []struct{ Exact string }
		if err := yaml.Load([]byte(stdout), &passages); err != nil || len(passages) != 1 || passages[0].Exact != test.want {
			t.Errorf("got %q, %v from\n%s", passages, err, stdout)
		}
		if !strings.Contains(stdout, test.shown) {
			t.Errorf("no %s in\n%s", test.shown, stdout)
		}
	}
}

// TestExport_IsNotEscaped checks that data for other programs is not escaped, unless
// it goes to a terminal.
func TestExport_IsNotEscaped(t *testing.T) {
	if status, stdout, stderr := run(t, "export", "--format", "png", "--network", soundNetwork); status != 0 || !strings.HasPrefix(stdout, "\x89PNG\r\n\x1a\n") {
		t.Errorf("got status %d and %.8q…, %s", status, stdout, stderr)
	}
}

// TestNew_OmitsRefusedCharacters starts a network for a hostile article.
func TestNew_OmitsRefusedCharacters(t *testing.T) {
	dir := t.TempDir()
	article := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(article, []byte("The "+strings.ReplaceAll(hostile, "\r", "")+" Harbour\nAnna Berg runs it.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := run(t, "new", filepath.Join(dir, "n"), "--article", article); status != 0 {
		t.Fatalf("got status %d: %s", status, stderr)
	}
	data, err := os.ReadFile(filepath.Join(dir, "n", "network.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsFunc(string(data), func(c rune) bool { return c != '\n' && visible.Refused(c) }) {
		t.Errorf("network.yaml holds what a network may not:\n%q", data)
	}
	var n struct{ Title string }
	if err := yaml.Load(data, &n); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsFunc(n.Title, visible.Refused) || !strings.HasPrefix(n.Title, "The ") || !strings.HasSuffix(n.Title, " Harbour") {
		t.Errorf("got the title %q", n.Title)
	}
}

// TestQuote_FailsOnAFullDisk checks that a command reports a failed write to its
// output.
func TestQuote_FailsOnAFullDisk(t *testing.T) {
	device, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no /dev/full here")
	} else if err != nil {
		t.Fatal(err)
	}
	defer device.Close()
	c := command("quote", "--article", soundArticle, "cranes")
	var stderr strings.Builder
	c.Stdout, c.Stderr = device, &stderr
	c.Run() // its status is checked
	if status := c.ProcessState.ExitCode(); status != 1 || !strings.Contains(stderr.String(), "no space left") {
		t.Errorf("got status %d, %q", status, stderr.String())
	}
}
