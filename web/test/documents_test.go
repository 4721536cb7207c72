package test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// documents returns the paths of the documents for users: README.md, CHANGELOG.md,
// SECURITY.md and the files in web/docs.
func documents(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(root + "/web/docs/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatalf("got the documents %q, %v", paths, err)
	}
	return append(paths, root+"/README.md", root+"/CHANGELOG.md", root+"/SECURITY.md")
}

// TestDocuments_LinkToExistingFiles checks the relative links in documents.
func TestDocuments_LinkToExistingFiles(t *testing.T) {
	links := 0
	for _, document := range documents(t) {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`\]\(([^):#]+)\)`).FindAllStringSubmatch(string(text), -1) {
			links++
			if _, err := os.Stat(filepath.Join(filepath.Dir(document), found[1])); err != nil {
				t.Errorf("%s: %v", document, err)
			}
		}
	}
	if links < 10 {
		t.Errorf("found only %d links", links)
	}
}

// TestDocuments_NameExistingCommands checks the commands in documents: each
// "make TARGET" has a rule in the Makefile, and each alternative of "go test FOLDERS
// -run 'PATTERN'" matches a test in those folders.
func TestDocuments_NameExistingCommands(t *testing.T) {
	read := func(name string) string {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	makefile := read(root + "/Makefile")
	targets, patterns := 0, 0
	for _, document := range documents(t) {
		text := read(document)
		for _, found := range regexp.MustCompile("(?m)(?:`|^)make ([a-z-]+)(?: ([A-Z]+)=(\\S*))?").FindAllStringSubmatch(text, -1) {
			targets++
			if !strings.Contains(makefile, "\n"+found[1]+":") {
				t.Errorf("%s: the Makefile has no rule for %s", document, found[1])
			}
			if found[2] != "" && !strings.Contains(makefile, "$("+found[2]+")") {
				t.Errorf("%s: the Makefile uses no variable %s", document, found[2])
			}
			if file, _, _ := strings.Cut(found[3], "`"); strings.Contains(file, "/") {
				if _, err := os.Stat(filepath.Join(root, file)); err != nil {
					t.Errorf("%s: %v", document, err)
				}
			}
		}
		for _, found := range regexp.MustCompile("`go test ([^`]*?) -run '?([^`' ]+)").FindAllStringSubmatch(text, -1) {
			var tests []string
			for _, folder := range strings.Fields(found[1]) {
				files, err := filepath.Glob(filepath.Join(root, folder, "*_test.go"))
				if err != nil || len(files) == 0 {
					t.Errorf("%s: %s has no tests: %v", document, folder, err)
				}
				for _, file := range files {
					for _, test := range regexp.MustCompile(`(?m)^func (Test\w+)`).FindAllStringSubmatch(read(file), -1) {
						tests = append(tests, test[1])
					}
				}
			}
			for pattern := range strings.SplitSeq(strings.ReplaceAll(found[2], `\|`, "|"), "|") {
				patterns++
				if matching := regexp.MustCompile(pattern); !matching.MatchString(strings.Join(tests, " ")) {
					t.Errorf("%s: -run %s matches no test of %s", document, pattern, found[1])
				}
			}
		}
	}
	if targets < 20 || patterns < 5 {
		t.Errorf("found only %d targets and %d patterns of tests", targets, patterns)
	}
}

// TestDocuments_NameExistingFiles checks the files and folders that the tables of the
// README and the documentation of packages name.
func TestDocuments_NameExistingFiles(t *testing.T) {
	exists := func(path string) bool {
		_, err := os.Stat(path)
		return err == nil
	}
	readme, err := os.ReadFile(root + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, row := range regexp.MustCompile(`(?m)^\|.*$`).FindAllString(string(readme), -1) {
		folders := []string{root} // of the paths in the row, which may be relative to earlier ones
		for _, found := range regexp.MustCompile("`([^` ]+)`").FindAllStringSubmatch(row, -1) {
			rows++
			i := slices.IndexFunc(folders, func(folder string) bool { return exists(filepath.Join(folder, found[1])) })
			if i < 0 {
				t.Errorf("README.md names %s, which does not exist", found[1])
				continue
			}
			folders = append(folders, filepath.Join(folders[i], found[1]))
		}
	}
	if rows < 40 {
		t.Errorf("found only %d paths in the tables of README.md", rows)
	}

	names := map[string]bool{} // of all files
	var docs []string
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && ignored(entry.Name()):
			return filepath.SkipDir
		case entry.Name() == "doc.go":
			docs = append(docs, path)
		}
		names[entry.Name()] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	paths := 0
	for _, doc := range docs {
		text, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		comment, _, _ := strings.Cut(string(text), "\npackage ")
		for _, path := range regexp.MustCompile(`\b(network|viz|wasm|web)/[\w./-]*\w`).FindAllString(comment, -1) {
			paths++
			if !exists(filepath.Join(root, path)) {
				t.Errorf("%s names %s, which does not exist", doc, path)
			}
		}
		for _, name := range regexp.MustCompile(`[\w*][\w*.-]*\.(go|js|css|sh|md)\b`).FindAllString(comment, -1) {
			paths++
			if !names[name] && !strings.HasPrefix(name, "*") {
				t.Errorf("%s names %s, which no file is called", doc, name)
			}
		}
	}
	if paths < 20 {
		t.Errorf("found only %d paths in %d files doc.go", paths, len(docs))
	}
}
