package live_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEditUnsavable saves where nothing can be written: the answer is one line that
// names the file and says what to do, and the file is unchanged.
func TestEditUnsavable(t *testing.T) {
	for _, test := range []struct {
		name    string
		prepare func(dir string) error
		want    string
	}{
		{"a read-only file", func(dir string) error { return os.Chmod(filepath.Join(dir, "network.yaml"), 0o444) }, "network.yaml is read-only; allow writing to it\n"},
		{"a folder that was renamed", func(dir string) error { return os.Rename(dir, dir+"-renamed") }, "network.yaml can't be written: its folder doesn't exist; make the folder, or name a place elsewhere\n"},
		{"something else in the place of the temporary file", func(dir string) error { return os.Mkdir(filepath.Join(dir, ".proxynet-network.yaml.new"), 0o755) }, "another process is writing "},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, dir := newEdit(t)
			base := load(t, s).Version
			if err := test.prepare(dir); err != nil {
				t.Fatal(err)
			}
			mine := strings.Replace(sound, "title: First title", "title: Mine", 1)
			status, answer := save(t, s, "network.yaml", base, mine)
			if status == http.StatusConflict { // the page sends it again, as a new file
				status, answer = save(t, s, "network.yaml", "", mine)
			}
			if status != http.StatusInternalServerError || !strings.Contains(answer, test.want) || strings.Count(answer, "\n") != 1 {
				t.Errorf("got %d: %s", status, answer)
			}
			for _, at := range []string{dir, dir + "-renamed"} {
				if data, err := os.ReadFile(filepath.Join(at, "network.yaml")); err == nil && string(data) != sound {
					t.Errorf("the file holds %q", data)
				}
			}
		})
	}
}

// TestEditOfADeletedFile checks that nothing is written until the page says that it knows, and
// then the whole text is.
func TestEditOfADeletedFile(t *testing.T) {
	s, dir := newEdit(t)
	base := load(t, s).Version
	if err := os.Remove(filepath.Join(dir, "network.yaml")); err != nil {
		t.Fatal(err)
	}
	mine := strings.Replace(sound, "title: First title", "title: Mine", 1)
	for _, text := range []string{mine, sound} { // with a change, and with none
		status, answer := save(t, s, "network.yaml", base, text)
		var now state
		if err := json.Unmarshal([]byte(answer), &now); err != nil || status != http.StatusConflict || now.Versions["network.yaml"] != "" {
			t.Fatalf("got %d: %s", status, answer)
		}
		if _, err := os.Stat(filepath.Join(dir, "network.yaml")); err == nil {
			t.Fatal("the file was written")
		}
	}
	if status, answer := save(t, s, "network.yaml", "", mine); status != http.StatusOK || content(t, dir, "network.yaml") != mine {
		t.Errorf("got %d: %s", status, answer)
	}
}

// TestEditThroughLinks saves a file that is a link to another folder: the link stays.
func TestEditThroughLinks(t *testing.T) {
	s, dir := newEdit(t)
	path, target := filepath.Join(dir, "network.yaml"), filepath.Join(t.TempDir(), "target.yaml")
	if err := os.Rename(path, target); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, path); err != nil {
		t.Skip(err)
	}
	mine := strings.Replace(sound, "title: First title", "title: Mine", 1)
	if status, answer := save(t, s, "network.yaml", load(t, s).Version, mine); status != http.StatusOK {
		t.Fatalf("got %d: %s", status, answer)
	}
	if to, err := os.Readlink(path); err != nil || to != target {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if data, err := os.ReadFile(target); err != nil || string(data) != mine {
		t.Errorf("its target holds %q, %v", data, err)
	}
}

// TestEditKeepsBytes saves a text with Windows' line ends and a byte order mark beside
// another program's change, which neither changes the file's size nor its time.
func TestEditKeepsBytes(t *testing.T) {
	s, dir := newEdit(t)
	text := "\ufeff" + strings.ReplaceAll(sound, "\n", "\r\n")
	put(t, dir, "network.yaml", text)
	before := load(t, s)
	if before.Text != text {
		t.Fatalf("got %q", before.Text)
	}
	path := filepath.Join(dir, "network.yaml")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "network.yaml", strings.Replace(text, "label: Berta", "label: Marta", 1))
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	mine := strings.Replace(text, "title: First title", "title: Mine", 1)
	if status, answer := save(t, s, "network.yaml", before.Version, mine); status != http.StatusOK {
		t.Fatalf("got %d: %s", status, answer)
	}
	if got := content(t, dir, "network.yaml"); got != strings.Replace(mine, "label: Berta", "label: Marta", 1) {
		t.Errorf("the file holds %q", got)
	}
}
