package live

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"unicode/utf8"

	"proxynet/network/file"
	"proxynet/network/file/review"
	"proxynet/web/language"
)

// mostBytes is the largest size of an author's file.
const mostBytes = 64 << 20

// edited holds the files of a network that is being edited. Only these are read and
// written.
type edited struct {
	network string // path of its file
	named   []string

	mu    sync.Mutex
	known known // texts that pages may have changed
}

// stored is the files as a page takes them; storage.js has the same type.
type stored struct {
	ID       string            `json:"id"` // of this file on this machine
	Name     string            `json:"name"`
	Text     string            `json:"text"`
	Version  string            `json:"version"`
	Articles map[string]string `json:"articles"`
	Files    map[string]string `json:"files"` // translations, by name
	Review   string            `json:"review"`
	Versions map[string]string `json:"versions"` // of all files that can be saved, by name; "" if there is none yet
}

// version identifies a text.
func version(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// paths returns the paths of the files that can be saved, by the names by which pages
// know them, and those of the articles by theirs.
func (e *edited) paths() (writable, articles map[string]string) {
	name := filepath.Base(e.network)
	writable = map[string]string{name: e.network, file.ReviewName: review.Path(e.network)}
	for _, tag := range language.Tags() {
		path := file.TranslationPath(e.network, tag)
		writable[filepath.Base(path)] = path
	}
	articles = map[string]string{}
	data, err := file.ReadFile(e.network, mostBytes)
	if err != nil {
		return writable, articles
	}
	d := file.ReadOutline(e.network, data).Document
	if d == nil {
		return writable, articles
	}
	paths, err := d.ArticlePaths(e.named...)
	if err != nil {
		return writable, articles
	}
	for _, path := range paths {
		name, err := filepath.Rel(filepath.Dir(e.network), path)
		if err != nil || !filepath.IsLocal(name) {
			name = filepath.Base(path) // named on the command line
		}
		articles[filepath.ToSlash(name)] = path
	}
	return writable, articles
}

// watched returns the paths of all files.
func (e *edited) watched() []string {
	writable, articles := e.paths()
	paths := slices.AppendSeq(slices.Collect(maps.Values(writable)), maps.Values(articles))
	slices.Sort(paths)
	return slices.Compact(paths)
}

// load reads all files. A missing file is an empty text.
func (e *edited) load() (*stored, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.read()
}

func (e *edited) read() (*stored, error) {
	writable, articles := e.paths()
	name := filepath.Base(e.network)
	s := &stored{ID: e.id(), Name: name, Articles: map[string]string{}, Files: map[string]string{}, Versions: map[string]string{}}
	for _, own := range slices.Sorted(maps.Keys(writable)) {
		data, err := contentOf(writable[own])
		if err != nil {
			return nil, err
		}
		if data == nil {
			s.Versions[own] = ""
			continue
		}
		v := version(data)
		e.known.add(v, data)
		s.Versions[own] = v
		switch own {
		case name:
			s.Text, s.Version = string(data), v
		case file.ReviewName:
			s.Review = string(data)
		default:
			s.Files[own] = string(data)
		}
	}
	for name, path := range articles {
		data, err := file.ReadFile(path, mostBytes)
		if err != nil {
			continue // check reports it
		}
		s.Articles[name] = string(data)
	}
	return s, nil
}

// contentOf returns the content of a file, nil if there is none.
func contentOf(path string) ([]byte, error) {
	data, err := file.ReadRegular(path, mostBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if data == nil {
		data = []byte{}
	}
	return data, checkText(path, data)
}

// checkText returns an error for a file that is not UTF-8: a page can't hold its bytes,
// and would save others.
func checkText(path string, data []byte) error {
	if utf8.Valid(data) {
		return nil
	}
	return fmt.Errorf("%s is not UTF-8; save it as UTF-8", path)
}

// id identifies the network's file on this machine.
func (e *edited) id() string {
	path, err := filepath.Abs(e.network)
	if err != nil {
		path = e.network
	}
	return "edit-" + version([]byte(path))
}

// remember keeps a text that a page has changed, so that changes can be merged, and
// returns its version.
func (e *edited) remember(text []byte) string {
	e.mu.Lock()
	defer e.mu.Unlock()
	v := version(text)
	e.known.add(v, text)
	return v
}

// errUnknown is the error for a file that doesn't belong to the network.
var errUnknown = errors.New("this file does not belong to the network")

// errConflict is the error for a text that can't be merged with the file's.
var errConflict = errors.New("the file has changed in the same lines")

// save writes a text that is based on the version base ("" for a new file) into the
// named file. If the file has changed since, the changes are merged. It returns the new
// content of the file. If both changed the same lines, or the file is gone, nothing is
// written, and the error is errConflict.
func (e *edited) save(name, base string, text []byte) (saved []byte, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	writable, _ := e.paths()
	path, ok := writable[name]
	if !ok {
		return nil, errUnknown
	}
	const tries = 3 // another program may write at the same time
	for range tries {
		now, err := contentOf(path)
		if err != nil {
			return nil, err
		}
		if now == nil && base != "" {
			return nil, errConflict // the file is gone
		}
		merged := text
		if v := versionOf(now); v != base && v != version(text) {
			ancestor, ok := e.known.get(base)
			if !ok {
				return nil, errConflict
			}
			if merged, ok = merge(ancestor, text, now); !ok {
				return nil, errConflict
			}
		}
		if now == nil || version(now) != version(merged) {
			if err = file.Replace(path, now, merged); errors.Is(err, file.ErrChanged) {
				continue
			}
		}
		e.known.add(version(merged), merged)
		return merged, err
	}
	return nil, fmt.Errorf("%s is being written by another program; try again", name)
}

func versionOf(data []byte) string {
	if data == nil {
		return ""
	}
	return version(data)
}

// event returns the event for pages: the versions of all files, as JSON.
func (e *edited) event() ([]byte, error) {
	s, err := e.load()
	if err != nil {
		return json.Marshal(map[string]string{"error": err.Error()})
	}
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s.Articles)) {
		fmt.Fprintf(sum, "%q %q\n", name, s.Articles[name])
	}
	return json.Marshal(map[string]any{"versions": s.Versions, "articles": hex.EncodeToString(sum.Sum(nil))})
}

// known keeps the last texts by their versions.
type known struct {
	texts map[string][]byte
	order []string
	bytes int
}

// mostKnown is the largest size of the kept texts in bytes.
const mostKnown = 128 << 20

func (k *known) add(v string, text []byte) {
	if _, ok := k.texts[v]; ok {
		return
	}
	if k.texts == nil {
		k.texts = map[string][]byte{}
	}
	k.texts[v], k.order, k.bytes = slices.Clone(text), append(k.order, v), k.bytes+len(text)
	for k.bytes > mostKnown && len(k.order) > 1 {
		k.bytes -= len(k.texts[k.order[0]])
		delete(k.texts, k.order[0])
		k.order = k.order[1:]
	}
}

func (k *known) get(v string) (text []byte, ok bool) {
	if v == "" {
		return nil, false
	}
	text, ok = k.texts[v]
	return text, ok
}
