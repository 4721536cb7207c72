package live_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"proxynet/web/live"
	"proxynet/web/server"
)

const token = "TOKEN"

// newEdit returns a server for editing a network, and the network's folder.
func newEdit(t *testing.T) (*httptest.Server, string) {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "network.yaml", sound)
	put(t, dir, "article.txt", article)
	put(t, dir, "secret.txt", "nobody's business")
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "the desk") })
	s := httptest.NewServer(server.Private(live.EditHandler(filepath.Join(dir, "network.yaml"), token, page)))
	t.Cleanup(s.Close)
	return s, dir
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

type state struct {
	Name, Text, Version, Review string
	Articles, Files, Versions   map[string]string
}

func load(t *testing.T, s *httptest.Server) state {
	t.Helper()
	response, err := http.Get(s.URL + "/" + token + "/edit/state")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var got state
	if err := json.NewDecoder(response.Body).Decode(&got); err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("status %d, %v", response.StatusCode, err)
	}
	return got
}

// send sends a request and returns the status and body of the response. Headers are
// alternating names and values.
func send(t *testing.T, method, url, body string, headers ...string) (int, string) {
	t.Helper()
	r, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(data)
}

func save(t *testing.T, s *httptest.Server, name, base, text string) (int, string) {
	t.Helper()
	return send(t, "PUT", s.URL+"/"+token+"/edit/file/"+name, text, "Proxynet-Token", token, "If-Match", `"`+base+`"`)
}

func TestEditLoadsAndSaves(t *testing.T) {
	s, dir := newEdit(t)
	put(t, dir, "network.fa.yaml", "format: 1\ntranslates: n\nlang: fa\n")
	got := load(t, s)
	if got.Name != "network.yaml" || got.Text != sound || got.Articles["article.txt"] != article || got.Files["network.fa.yaml"] == "" || len(got.Articles) != 1 {
		t.Errorf("got %+v", got)
	}
	changed := strings.Replace(sound, "title: First title", "title: Second title", 1)
	if status, answer := save(t, s, "network.yaml", got.Version, changed); status != http.StatusOK || strings.Contains(answer, "text") {
		t.Errorf("got %d: %s", status, answer)
	}
	if content(t, dir, "network.yaml") != changed {
		t.Error("it was not saved")
	}
	if status, _ := save(t, s, "review.yaml", "", "format: 1\nreviews: n\n"); status != http.StatusOK || content(t, dir, "review.yaml") != "format: 1\nreviews: n\n" {
		t.Errorf("the review: got %d", status)
	}
	if status, _ := save(t, s, "network.ar.yaml", "", "format: 1\ntranslates: n\nlang: ar\n"); status != http.StatusOK || load(t, s).Files["network.ar.yaml"] == "" {
		t.Errorf("a translation that was not there: got %d", status)
	}
}

// TestEditMerges saves a text based on a version that is no longer in the file.
func TestEditMerges(t *testing.T) {
	mine := strings.Replace(sound, "title: First title", "title: Mine", 1)
	for _, test := range []struct {
		name, theirs, want string // want "": both are kept
	}{
		{"in other lines", strings.Replace(sound, "label: Berta", "label: Bertha", 1), strings.Replace(mine, "label: Berta", "label: Bertha", 1)},
		{"in the same line", strings.Replace(sound, "title: First title", "title: Theirs", 1), ""},
		{"the same change", mine, mine},
		{"all of it removed", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, dir := newEdit(t)
			base := load(t, s).Version
			put(t, dir, "network.yaml", test.theirs)
			status, answer := save(t, s, "network.yaml", base, mine)
			now := content(t, dir, "network.yaml")
			if test.want != "" {
				if status != http.StatusOK || now != test.want {
					t.Errorf("got %d: %s\n%s", status, answer, now)
				}
				return
			}
			var theirs state
			if err := json.Unmarshal([]byte(answer), &theirs); err != nil || status != http.StatusConflict || now != test.theirs || theirs.Text != test.theirs {
				t.Errorf("got %d: %s\nthe file holds\n%s", status, answer, now)
			}
			// The author has seen the conflict and keeps their own text.
			if status, _ := save(t, s, "network.yaml", theirs.Version, mine); status != http.StatusOK || content(t, dir, "network.yaml") != mine {
				t.Errorf("then: got %d", status)
			}
		})
	}
}

// TestEditOfAnUnknownVersion restarts the server, which then has no text but the
// file's. The page sends the text that its own is based on.
func TestEditOfAnUnknownVersion(t *testing.T) {
	s, dir := newEdit(t)
	mine := strings.Replace(sound, "title: First title", "title: Mine", 1)
	put(t, dir, "network.yaml", strings.Replace(sound, "label: Berta", "label: Bertha", 1))
	if status, _ := save(t, s, "network.yaml", "0123", mine); status != http.StatusConflict {
		t.Errorf("got %d", status)
	}
	_, answer := send(t, "PUT", s.URL+"/"+token+"/edit/base", sound, "Proxynet-Token", token)
	var base struct{ Version string }
	if err := json.Unmarshal([]byte(answer), &base); err != nil {
		t.Fatal(err)
	}
	if status, _ := save(t, s, "network.yaml", base.Version, mine); status != http.StatusOK || content(t, dir, "network.yaml") != strings.Replace(mine, "label: Berta", "label: Bertha", 1) {
		t.Errorf("got %d", status)
	}
}

// TestEditByTwoPages saves from many pages at once, each with a change in its own line:
// none is lost.
func TestEditByTwoPages(t *testing.T) {
	s, dir := newEdit(t)
	text := sound + "# 0\n\n# 1\n\n# 2\n\n# 3\n"
	put(t, dir, "network.yaml", text)
	base := load(t, s).Version
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			mine := strings.Replace(text, fmt.Sprintf("# %d\n", i), fmt.Sprintf("# page %d\n", i), 1)
			if status, answer := save(t, s, "network.yaml", base, mine); status != http.StatusOK {
				t.Errorf("page %d: got %d: %s", i, status, answer)
			}
		})
	}
	all.Wait()
	if got := content(t, dir, "network.yaml"); strings.Count(got, "# page ") != 4 {
		t.Errorf("got\n%s", got)
	}
}

// TestEditAttacks sends requests that our pages never send: nothing is read or written.
func TestEditAttacks(t *testing.T) {
	s, dir := newEdit(t)
	base := load(t, s).Version
	own := s.URL + "/" + token
	good := []string{"Proxynet-Token", token, "If-Match", `"` + base + `"`}
	with := func(more ...string) []string { return append(append([]string{}, good...), more...) }
	for _, test := range []struct {
		name, method, url string
		headers           []string
		want              int
	}{
		{"without the token's address", "GET", s.URL + "/", nil, http.StatusNotFound},
		{"the state without it", "GET", s.URL + "/edit/state", nil, http.StatusNotFound},
		{"another token's address", "GET", s.URL + "/TOKEM/edit/state", nil, http.StatusNotFound},
		{"a save without the token", "PUT", own + "/edit/file/network.yaml", []string{"If-Match", `"` + base + `"`}, http.StatusForbidden},
		{"a save with another", "PUT", own + "/edit/file/network.yaml", []string{"Proxynet-Token", "x", "If-Match", `"` + base + `"`}, http.StatusForbidden},
		{"a save without a version", "PUT", own + "/edit/file/network.yaml", []string{"Proxynet-Token", token}, http.StatusPreconditionRequired},
		{"a save of any version", "PUT", own + "/edit/file/network.yaml", []string{"Proxynet-Token", token, "If-Match", "*"}, http.StatusPreconditionRequired},
		{"a save of another version", "PUT", own + "/edit/file/network.yaml", []string{"Proxynet-Token", token, "If-Match", `"0123"`}, http.StatusConflict},
		{"a page elsewhere", "PUT", own + "/edit/file/network.yaml", with("Origin", "https://evil.example"), http.StatusForbidden},
		{"a sandboxed frame", "PUT", own + "/edit/file/network.yaml", with("Origin", "null"), http.StatusForbidden},
		{"another port", "GET", own + "/edit/state", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"}, http.StatusForbidden},
		{"a stream elsewhere", "GET", own + "/edit/events", []string{"Origin", "https://evil.example"}, http.StatusForbidden},
		{"a file that is not the network's", "PUT", own + "/edit/file/secret.txt", good, http.StatusNotFound},
		{"the article", "PUT", own + "/edit/file/article.txt", good, http.StatusNotFound},
		{"a way out", "PUT", own + "/edit/file/..%2fsecret.txt", good, http.StatusNotFound},
		{"an absolute path", "PUT", own + "/edit/file/%2fetc%2fpasswd", good, http.StatusNotFound},
		{"a folder", "PUT", own + "/edit/file/", good, http.StatusNotFound},
		{"a form", "POST", own + "/edit/file/network.yaml", good, http.StatusMethodNotAllowed},
		{"a removal", "DELETE", own + "/edit/file/network.yaml", good, http.StatusMethodNotAllowed},
		{"a read of a file", "GET", own + "/edit/file/network.yaml", good, http.StatusMethodNotAllowed},
		{"a state that is written", "PUT", own + "/edit/state", good, http.StatusMethodNotAllowed},
	} {
		status, answer := send(t, test.method, test.url, "hostile: true\n", test.headers...)
		if status != test.want || strings.Contains(answer, "nobody's business") {
			t.Errorf("%s: got %d: %s; want %d", test.name, status, answer, test.want)
		}
	}
	if status, _ := save(t, s, "network.yaml", base, "title: \xff"); status != http.StatusUnsupportedMediaType {
		t.Errorf("no UTF-8: got %d", status)
	}
	if status, _ := save(t, s, "network.yaml", base, strings.Repeat("#", 64<<20+1)); status != http.StatusRequestEntityTooLarge && status != 0 {
		t.Errorf("a huge text: got %d", status)
	}
	if content(t, dir, "network.yaml") != sound {
		t.Error("the file was changed")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 3 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

// TestEditRefusesNonFiles checks that a folder in place of a file is an error.
func TestEditRefusesNonFiles(t *testing.T) {
	s, dir := newEdit(t)
	if err := os.Mkdir(filepath.Join(dir, "review.yaml"), 0o755); err != nil {
		t.Fatal(err)
	}
	if status, answer := save(t, s, "review.yaml", "", "format: 1\n"); status != http.StatusInternalServerError {
		t.Errorf("got %d: %s", status, answer)
	}
}

// TestEditRefusesOtherEncodings checks that files in other encodings are refused, since
// a page can't keep their bytes.
func TestEditRefusesOtherEncodings(t *testing.T) {
	s, dir := newEdit(t)
	base := load(t, s).Version
	const latin = "title: caf\xe9\n"
	put(t, dir, "network.yaml", latin)
	if status, answer := send(t, "GET", s.URL+"/"+token+"/edit/state", ""); status != http.StatusInternalServerError || !strings.Contains(answer, "network.yaml is not UTF-8") {
		t.Errorf("loading: got %d: %s", status, answer)
	}
	if status, answer := save(t, s, "network.yaml", base, sound); status != http.StatusInternalServerError || !strings.Contains(answer, "is not UTF-8") {
		t.Errorf("saving: got %d: %s", status, answer)
	}
	if got := content(t, dir, "network.yaml"); got != latin {
		t.Errorf("the file holds %q", got)
	}
	if err := live.Edit(t.Context(), live.EditOptions{Network: filepath.Join(dir, "network.yaml"), Address: "127.0.0.1:0", Log: io.Discard}); err == nil || !strings.Contains(err.Error(), "is not UTF-8") {
		t.Errorf("starting: got %v", err)
	}
}

func TestMerge(t *testing.T) {
	const base = "a\nb\nc\nd\ne\n"
	for _, test := range []struct {
		name, mine, theirs, want string // want "" is a conflict
	}{
		{"lines apart", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n", "A\nb\nc\nd\nE\n"},
		{"lines side by side", "a\nB\nc\nd\ne\n", "a\nb\nC\nd\ne\n", "a\nB\nC\nd\ne\n"},
		{"one line", "a\nB\nc\nd\ne\n", "a\nbb\nc\nd\ne\n", ""},
		{"insertions at one place", "a\nx\nb\nc\nd\ne\n", "a\ny\nb\nc\nd\ne\n", ""},
		{"the same insertion", "a\nx\nb\nc\nd\ne\n", "a\nx\nb\nc\nd\ne\n", "a\nx\nb\nc\nd\ne\n"},
		{"an insertion into what was removed", "a\nb\nc\nx\nd\ne\n", "a\ne\n", ""},
		{"nothing of mine", base, "z\n", "z\n"},
	} {
		got, ok := live.Merge([]byte(base), []byte(test.mine), []byte(test.theirs))
		if ok != (test.want != "") || string(got) != test.want {
			t.Errorf("%s: got %q, %v; want %q", test.name, got, ok, test.want)
		}
		if again, okAgain := live.Merge([]byte(base), []byte(test.theirs), []byte(test.mine)); okAgain != ok || string(again) != string(got) {
			t.Errorf("%s: the other way round: got %q, %v", test.name, again, okAgain)
		}
	}
}

// TestMergeRefusesDependentChanges merges a change that removes a node with one that
// adds a relation to it.
func TestMergeRefusesDependentChanges(t *testing.T) {
	text := strings.Replace(sound, "relations:", "  - {id: clara, label: Clara, kind: person, summary: S., passages: [p]}\nrelations:", 1)
	mine := strings.Replace(text, "  - {id: clara, label: Clara, kind: person, summary: S., passages: [p]}\n", "", 1)
	theirs := text + "  - {id: b-c, from: berta, to: clara, kind: command, verb: commands, passages: [p]}\n"
	if got, ok := live.Merge([]byte(text), []byte(mine), []byte(theirs)); ok {
		t.Errorf("got\n%s", got)
	}
}
