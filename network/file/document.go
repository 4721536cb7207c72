package file

import (
	"embed"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"proxynet/network"
	"proxynet/network/message"
)

// Document is a network that was read from a file without diagnostics, with the lines
// of its quotes in the file.
type Document struct {
	Name    string // of the file, as diagnostics name it
	Network *network.Network

	// Dates are the dates written in words.
	Dates []WrittenDate

	// Cut are the texts without quotation marks that end at a # with no space
	// behind it, which is hardly meant as a comment.
	Cut []CutText

	// Built are the sources' texts at the last build; see [Document.Recall].
	Built Articles

	// Moved are the passages that CheckQuotes found in a different paragraph than the file
	// states.
	Moved []Moved

	// Accepted are the warnings of check that the author has reviewed and accepts.
	Accepted []Accepted

	Translations []*Translation // by the names of their files

	// Lacks lists what the network needs before it can be published; see [ReadDraft].
	Lacks Diagnostics

	lines     map[string]int // id of a record → its line
	sections  map[string]section
	quotes    map[string]int    // id of a passage → line of its quote
	texts     map[string]string // id of a source → the file with its text, relative to the document's
	unsourced int               // line at which the network says so; 0: it doesn't
}

// Moved is a passage whose words are in a different paragraph than the file states.
type Moved struct {
	ID           string
	Said, Stands int // paragraphs
}

// place sets the paragraph of a passage.
func (d *Document) place(p *network.Passage, paragraph int) {
	if p.Paragraph != 0 && p.Paragraph != paragraph {
		d.Moved = append(d.Moved, Moved{p.ID, p.Paragraph, paragraph})
	}
	p.Paragraph = paragraph
}

// idsOf returns the ids of a section's records in order.
func (d *Document) idsOf(of section) []string {
	return slices.DeleteFunc(sortedKeys(d.lines), func(id string) bool { return d.sections[id] != of })
}

// Line returns the line of a record, 0 for an unknown id.
func (d *Document) Line(id string) int { return d.lines[id] }

// UnsourcedLine returns the line that declares the network unsourced, or 0 if none
// does.
func (d *Document) UnsourcedLine() int { return d.unsourced }

// QuoteLine returns the line of a passage's quote.
func (d *Document) QuoteLine(id string) int { return d.quotes[id] }

//go:embed quds.yaml
var shipped []byte

//go:embed quds.*.yaml
var shippedTranslations embed.FS

// shippedName is the file name in diagnostics of the shipped network.
const shippedName = "network/file/quds.yaml"

// Shipped returns the network that is embedded in the program.
func Shipped() (*network.Network, error) { return Load("") }

// Load returns the network in an author's file; see [Open]. The articles are read
// only if a passage leaves its paragraph to be found.
func Load(path string) (*network.Network, error) {
	d, err := Open(path)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(d.Network.Passages, func(p network.Passage) bool { return p.Paragraph == 0 }) {
		return LoadProved(path)
	}
	return d.Network, nil
}

// Open reads the file at path with the translations beside it, and makes all checks
// that don't need the article; the empty path means the shipped network. An error is
// always a [Diagnostics].
func Open(path string) (*Document, error) {
	d, err := OpenDraft(path)
	if err != nil {
		return nil, err
	}
	if len(d.Lacks) > 0 {
		return nil, d.Lacks
	}
	return d, nil
}

// OpenDraft is [Open] for a network that may be unfinished; see [ReadDraft].
func OpenDraft(path string) (*Document, error) {
	if path == "" {
		return openShipped()
	}
	data, diagnostics := readFile(path, maxFileBytes)
	if diagnostics != nil {
		return nil, diagnostics
	}
	d, err := ReadDraft(path, data)
	if err != nil {
		return nil, err
	}
	for _, name := range translationsOf(path) {
		data, unread := readFile(name, maxFileBytes)
		if unread == nil {
			unread = d.addTranslation(name, data)
		}
		diagnostics = append(diagnostics, unread...)
	}
	if diagnostics != nil {
		return nil, diagnostics
	}
	return d, nil
}

// openShipped reads the embedded network with its translations.
func openShipped() (*Document, error) {
	d, err := Read(shippedName, shipped)
	if err != nil {
		return nil, err
	}
	entries, err := shippedTranslations.ReadDir(".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		data, err := shippedTranslations.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		if diagnostics := d.addTranslation(filepath.Join(filepath.Dir(shippedName), e.Name()), data); diagnostics != nil {
			return nil, diagnostics
		}
	}
	return d, nil
}

// Read is [Open] for the content of a file, without translations; diagnostics use the
// name.
func Read(name string, data []byte) (*Document, error) {
	r := newReading(name)
	n := r.network(data)
	if diagnostics := append(r.diagnostics, r.later...); len(diagnostics) > 0 {
		return nil, diagnostics.inOrder()
	}
	return r.document(n), nil
}

// ReadDraft is [Read] for a network that may be unfinished: missing parts are no
// errors, but are listed in the document.
func ReadDraft(name string, data []byte) (*Document, error) {
	r := newReading(name)
	n := r.network(data)
	if len(r.diagnostics) > 0 {
		return nil, append(r.diagnostics, r.later...).inOrder()
	}
	return r.document(n), nil
}

// document returns the document of a network that was read.
func (r *reading) document(n *network.Network) *Document {
	lines := make(map[string]int, len(r.ids))
	sections := make(map[string]section, len(r.ids))
	for id, at := range r.ids {
		lines[id], sections[id] = at.line, at.section
	}
	return &Document{Name: r.file, Network: n, Dates: r.dates, Cut: r.cut, Accepted: r.accepted, Lacks: r.later.inOrder(), lines: lines, sections: sections, quotes: r.quotes, texts: r.texts, unsourced: r.unsourcedAt}
}

// ReadFile returns the content of the regular file at path, which must not be too
// large. An error is a [Diagnostics].
func ReadFile(path string, most int64) ([]byte, error) {
	data, diagnostics := readFile(path, most)
	if diagnostics != nil {
		return nil, diagnostics
	}
	return data, nil
}

// readFile reads the regular file at path, which must not be too large.
func readFile(path string, most int64) ([]byte, Diagnostics) {
	data, err := ReadRegular(path, most)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return data, nil
}

func unreadable(path string, err error) Diagnostics {
	var p *os.PathError
	if errors.As(err, &p) {
		err = p.Err // without the path, which the diagnostic names already
	}
	if most := tooLarge(0); errors.As(err, &most) {
		return Diagnostics{{File: path, Rule: RuleArticle, Problem: most.Message(), Fix: message.New("shorten it, or give a part of it")}}
	}
	return Diagnostics{{File: path, Rule: RuleArticle, Problem: message.New("it cannot be read: %w", err), Fix: message.New("name a readable text file")}}
}
