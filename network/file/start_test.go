package file_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"proxynet/network/file"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// TestStart starts a network and fills in everything that it reports as missing; the
// result must be valid.
func TestStart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Who runs Ostrand")
	written, err := file.Start(dir, "testdata/harbour.txt", "en", file.Conflict, false)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := names(t, dir), []string{"article.txt", "network.schema.json", "network.yaml"}; !slices.Equal(got, want) || len(written) != len(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	path := filepath.Join(dir, file.NetworkName)
	text := string(read(t, path))
	for _, want := range []string{
		"# yaml-language-server: $schema=./network.schema.json\n",
		`title: "The dredger nobody ordered"`,
		"id: who-runs-ostrand\n",
		"#   Ida Brandt  3\n",
	} {
		if !strings.Contains(text+"\n", want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	_, err = file.Open(path)
	for _, line := range strings.Split(diagnosticsOf(t, err), "\n") {
		if !strings.Contains(line, " yet; ") {
			t.Errorf("not a diagnostic of something missing: %s", line)
		}
	}
	// The comments contain the form to fill in.
	for _, fill := range [][2]string{
		{"summary:\n", "summary: S.\n"},
		{"root:\n", "root: board\n"},
		{`  # - {id: p2-answers, paragraph: 2, exact: "the harbour board has answered to the town council"}`, `  - {id: p2-answers, paragraph: 2, exact: "has answered to the town council"}`},
		{"  # - {id: board,", "  - {id: board,"},
		{"  # - {id: council,", "  - {id: council,"},
		{"  # - {id: council-board,", "  - {id: council-board,"},
	} {
		if !strings.Contains(text, fill[0]) {
			t.Fatalf("%q is not in\n%s", fill[0], text)
		}
		text = strings.Replace(text, fill[0], fill[1], 1)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := file.LoadProved(path); err != nil {
		t.Errorf("filled in, it has errors:\n%v", err)
	}
}

func TestStartReplacesNothing(t *testing.T) {
	for _, name := range []string{"article.txt", "network.yaml", "network.schema.json"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := file.Start(dir, "testdata/harbour.txt", "en", file.Conflict, false)
			if err == nil || !strings.Contains(err.Error(), name+" already exists; replace it with --force") {
				t.Errorf("got %v", err)
			}
			if got := names(t, dir); len(got) != 1 || string(read(t, filepath.Join(dir, name))) != "mine" {
				t.Errorf("the folder was changed: %v", got)
			}
			if _, err := file.Start(dir, "testdata/harbour.txt", "en", file.Conflict, true); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestStartBesideTheArticle starts a network in the folder of the article.
func TestStartBesideTheArticle(t *testing.T) {
	dir := t.TempDir()
	article := filepath.Join(dir, "The harbour.txt")
	if err := os.WriteFile(article, read(t, "testdata/harbour.txt"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := file.Start(dir, article, "en", file.Conflict, false); err != nil {
		t.Fatal(err)
	}
	if got, want := names(t, dir), []string{"The harbour.txt", "network.schema.json", "network.yaml"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if text := string(read(t, filepath.Join(dir, file.NetworkName))); !strings.Contains(text, `text: "The harbour.txt"`) {
		t.Errorf("the text is not named in\n%s", text)
	}
}

// TestStartRemovesFilesOnError makes the last file fail.
func TestStartRemovesFilesOnError(t *testing.T) {
	dir := t.TempDir()
	const blocked = ".proxynet-network.yaml.new" // the temporary file
	if err := os.Mkdir(filepath.Join(dir, blocked), 0o755); err != nil {
		t.Fatal(err)
	}
	written, err := file.Start(dir, "testdata/harbour.txt", "en", file.Conflict, false)
	if err == nil || len(written) > 0 {
		t.Errorf("got %v, %v", written, err)
	}
	if got := names(t, dir); !slices.Equal(got, []string{blocked}) {
		t.Errorf("it leaves %v", got)
	}
}
