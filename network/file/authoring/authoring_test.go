package authoring_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/authoring"
	"proxynet/network/file/lint"
)

const page = `<html lang="en"><head><title>Who owns the quay | The Post</title>
<meta property="og:site_name" content="The Post"><meta name="author" content="A. Writer: staff">
<meta property="article:published_time" content="2019-05-02T08:00:00Z"><link rel="canonical" href="https://post.example/quay"></head>
<body><h1>Who owns the quay</h1><p>Quay Holdings belongs to Tolland Trust.</p>
<figure><img src="q.jpg"><figcaption>The north quay. Photo: A. Smith</figcaption></figure><p>The bank lent the money.</p></body></html>`

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestStart starts a network for a saved page: the text is clean, captions are
// separate, and the file has the page's metadata.
func TestStart(t *testing.T) {
	dir := t.TempDir()
	saved := filepath.Join(dir, "saved.html")
	write(t, saved, page)
	for _, folder := range []string{"quay", "."} { // a copy beside the page too
		written, notes, err := authoring.Start(filepath.Join(dir, folder), saved, "", false, start)
		if err != nil {
			t.Fatal(err)
		}
		if len(written) != 4 || len(notes) != 2 {
			t.Errorf("wrote %v, noted %v", written, notes)
		}
		in := func(name string) string { return content(t, filepath.Join(dir, folder, name)) }
		if got, want := in("article.txt"), "Who owns the quay\n\nQuay Holdings belongs to Tolland Trust.\n\nThe bank lent the money.\n"; got != want {
			t.Errorf("the text is %q, want %q", got, want)
		}
		if got := in("captions.txt"); got != "The north quay. Photo: A. Smith\n" {
			t.Errorf("the captions are %q", got)
		}
		network := in("network.yaml")
		for _, want := range []string{"    author: \"A. Writer: staff\"\n    publisher: The Post\n    url: \"https://post.example/quay\"\n    lang: en\n", "    date: 2019-05-02\n", "title: \"Who owns the quay\""} {
			if !strings.Contains(network, want) {
				t.Errorf("%q is missing in\n%s", want, network)
			}
		}
	}
	if _, _, err := authoring.Start(filepath.Join(dir, "quay"), saved, "", false, start); err == nil || !strings.Contains(err.Error(), "already exists") {
		t.Errorf("files are replaced without force: %v", err)
	}
	if _, _, err := authoring.Start(filepath.Join(dir, "quay"), saved, "", true, start); err != nil {
		t.Errorf("files are not replaced with force: %v", err)
	}
}

func TestStartKeepsCleanText(t *testing.T) {
	dir := t.TempDir()
	text := "Who owns the quay\n\nQuay Holdings belongs to Tolland Trust.\r\n"
	write(t, filepath.Join(dir, "a.txt"), text)
	if _, notes, err := authoring.Start(filepath.Join(dir, "quay"), filepath.Join(dir, "a.txt"), "", false, start); err != nil || notes != nil {
		t.Fatal(err, notes)
	}
	if got := content(t, filepath.Join(dir, "quay", "article.txt")); got != text {
		t.Errorf("got %q", got)
	}
}

func TestStartRefuses(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.pdf"), "%PDF-1.4\n")
	written, _, err := authoring.Start(filepath.Join(dir, "quay"), filepath.Join(dir, "a.pdf"), "", false, start)
	if err == nil || written != nil || !strings.Contains(err.Error(), "a.pdf: it is a PDF") {
		t.Errorf("got %v, %v", written, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "quay")); err == nil {
		t.Error("a folder is left behind")
	}
}

// network is a small network with a date in words and without paragraph numbers.
const network = `format: 1
id: quay
title: Who owns the quay
summary: Who owns the quay.
lang: en
root: tolland
sources:
  - {id: article, text: article.txt, title: The quay, lang: en}
speakers:
  - {id: voice, label: The article, kind: article}
passages:
  - {id: p, exact: "the quay's owner since 2010"}
nodes:
  - {id: tolland, label: Tolland Trust, kind: organisation, summary: The owner., passages: [p]}
  - {id: quay, label: The quay, kind: target, summary: The quay., passages: [p]}
relations:
  # a remark
  - {id: owns, from: tolland, to: quay, kind: ownership, verb: owns, period: since 2010, passages: [p]}
`

func folder(t *testing.T) (dir string, o authoring.Options, out *strings.Builder) {
	t.Helper()
	dir, out = t.TempDir(), new(strings.Builder)
	write(t, filepath.Join(dir, "article.txt"), "On owners\n\nTolland Trust is the quay’s owner since 2010.\n")
	write(t, filepath.Join(dir, "network.yaml"), network)
	return dir, authoring.Options{Network: filepath.Join(dir, "network.yaml"), Out: out}, out
}

func TestFix(t *testing.T) {
	_, o, out := folder(t)
	o.DryRun = true
	if err := authoring.Fix(o); err != nil {
		t.Fatal(err)
	}
	want := `+  - {id: p, paragraph: 2, exact: "the quay’s owner since 2010"}`
	if content(t, o.Network) != network || !strings.Contains(out.String(), want+"\n") || !strings.Contains(out.String(), "@@ -9,10 +9,10 @@") {
		t.Errorf("a dry run writes, or shows\n%s", out)
	}
	o.DryRun = false
	if err := authoring.Fix(o); err != nil {
		t.Fatal(err)
	}
	if got := content(t, o.Network); !strings.Contains(got, want[1:]) || !strings.Contains(got, "period: {edtf: 2010, means: began, words: since 2010}") || !strings.Contains(got, "  # a remark\n") {
		t.Errorf("got\n%s", got)
	}
	if r, err := lint.Run(o.Network); err != nil || len(r.Findings) > 0 {
		t.Errorf("afterwards: %v, %v", r.Findings, err)
	}
	out.Reset()
	if err := authoring.Fix(o); err != nil || !strings.Contains(out.String(), "nothing to change") {
		t.Errorf("once more: %v, %s", err, out)
	}
}

func TestFixLeavesBrokenFilesToCheck(t *testing.T) {
	dir, o, _ := folder(t)
	for name, data := range map[string]string{"network.yaml": "title: \"a\n", "article.txt": ""} {
		old := content(t, filepath.Join(dir, name))
		write(t, filepath.Join(dir, name), data)
		if err := authoring.Fix(o); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := content(t, filepath.Join(dir, name)); got != data {
			t.Errorf("%s is %q", name, got)
		}
		write(t, filepath.Join(dir, name), old)
	}
}

func TestRemoveCountsTheEditsOfAllRecords(t *testing.T) {
	dir, o, out := folder(t)
	persian := filepath.Join(dir, "network.fa.yaml")
	write(t, persian, "format: 1\ntranslates: quay\nlang: fa\nnodes:\n  tolland: {label: {en: Tolland Trust, fa: تولند}}\n  quay: {label: {en: The quay, fa: اسکله}}\n")
	if err := authoring.Remove(o, "quay", "owns"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), persian+": 1 edit\n") {
		t.Errorf("got\n%s", out)
	}
}

func TestRenameMergeRemove(t *testing.T) {
	dir, o, out := folder(t)
	persian := filepath.Join(dir, "network.fa.yaml")
	write(t, persian, "format: 1\ntranslates: quay\nlang: fa\nnodes:\n  tolland: {label: {en: Tolland Trust, fa: تولند}}\n  quay: {label: {en: The quay, fa: اسکله}}\n")
	o.DryRun = true
	if err := authoring.Rename(o, "tolland", "trust"); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); content(t, o.Network) != network || strings.Count(got, "\n-") != 5 || strings.Count(got, "\n+") != 6 {
		t.Errorf("got\n%s", got)
	}
	o.DryRun = false
	if err := authoring.Rename(o, "tolland", "trust"); err != nil {
		t.Fatal(err)
	}
	if got := content(t, o.Network); got != strings.NewReplacer("root: tolland", "root: trust", "id: tolland", "id: trust", "from: tolland", "from: trust").Replace(network) {
		t.Errorf("got\n%s", got)
	}
	if got := content(t, persian); !strings.Contains(got, "\n  trust: {label") {
		t.Errorf("the translation doesn't follow:\n%s", got)
	}
	if err := authoring.Remove(o, "quay", "owns"); err != nil || strings.Contains(content(t, persian), "quay: {") {
		t.Errorf("the translation doesn't go: %v\n%s", err, content(t, persian))
	}
	write(t, o.Network, strings.ReplaceAll(network, "tolland", "trust"))
	if err := authoring.Remove(o, "quay"); err == nil || !strings.Contains(err.Error(), "owns, in “to”") {
		t.Errorf("a node is removed that a relation needs: %v", err)
	}
	if err := authoring.Merge(o, "trust", "quay", false); err == nil || !strings.Contains(err.Error(), "owns is removed\nto do that, repeat the command with --confirm") {
		t.Errorf("related nodes are merged without a question: %v", err)
	}
	if err := authoring.Merge(o, "trust", "quay", true); err != nil || strings.Contains(content(t, o.Network), "id: owns") {
		t.Errorf("related nodes aren't merged: %v\n%s", err, content(t, o.Network))
	}
	if err := authoring.Remove(authoring.Options{Out: out}, "x"); err == nil || !strings.Contains(err.Error(), "--network") {
		t.Errorf("without a file: %v", err)
	}
}

// start calls [file.Start] with the preset for conflicts.
func start(dir, article, lang string, force bool) ([]string, error) {
	return file.Start(dir, article, lang, file.Conflict, force)
}
