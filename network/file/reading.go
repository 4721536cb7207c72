package file

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"sync"

	"go.yaml.in/yaml/v4"

	"proxynet/network"
	"proxynet/network/file/slip"
	"proxynet/network/message"
)

// reading is the state of reading one file.
type reading struct {
	file         string
	data         []byte     // that is read
	lines        []string   // of it; see textLine
	root         *yaml.Node // of its YAML
	diagnostics  Diagnostics
	later        Diagnostics // what the network lacks for publishing
	ids          map[string]declared
	speakers     map[string]network.SpeakerKind // by speaker's id
	voices       map[string]network.SpeakerKind // by passage's id: the kind of its speaker
	speakerOf    map[string]string              // by passage's id: its speaker
	namesSpeaker map[string]bool                // ids of passages that name their speaker
	terms        *network.Terms
	used         map[string]bool   // ids of passages that a record cites
	quotes       map[string]int    // by passage's id: the line of its quote
	texts        map[string]string // by source's id: the file with its text, as written
	accepted     []Accepted
	uses         []Use
	cut          []CutText
	dates        []WrittenDate
	writtenIn    string               // the language of the network
	unfolded     int                  // values that aliases expanded to so far
	sorted       map[section][]string // its ids in order, for suggestions
	recordNames  func() names         // see nameIndex
	termNames    names                // of terms that the network declares

	unsourced   bool // the network declares that its claims need no passages
	unsourcedAt int  // in this line
}

// declared is the declaration of an id.
type declared struct {
	section section
	line    int
	spot    Spot // of the id
	record  *record
}

// section is a list of records at the top of the file, named in the singular. The field
// of the list is the plural, except for steps, whose field is the story.
type section string

const (
	sources   section = "source"
	speakers  section = "speaker"
	passages  section = "passage"
	nodes     section = "node"
	relations section = "relation"
	events    section = "event"
	steps     section = "step"
)

func (s section) field() string {
	if s == steps {
		return "story"
	}
	return string(s) + "s"
}

func newReading(name string) *reading {
	r := &reading{
		file:         name,
		ids:          make(map[string]declared),
		speakers:     make(map[string]network.SpeakerKind),
		voices:       make(map[string]network.SpeakerKind),
		speakerOf:    make(map[string]string),
		namesSpeaker: make(map[string]bool),
		terms:        network.BuiltIn,
		used:         make(map[string]bool),
		quotes:       make(map[string]int),
		texts:        make(map[string]string),

		termNames: make(names),
	}
	r.recordNames = sync.OnceValue(r.nameIndex)
	return r
}

func (r *reading) report(line int, id string, problem, fix message.Message) {
	if len(r.diagnostics) < maxDiagnostics {
		r.diagnostics = append(r.diagnostics, Diagnostic{File: r.file, Line: line, ID: id, Rule: RuleFile, Problem: problem, Fix: fix})
	}
}

// correct gives the last diagnostic the line as it should be.
func (r *reading) correct(line string) {
	if n := len(r.diagnostics); n > 0 {
		r.diagnostics[n-1].Corrected = line
	}
}

// textLine returns a line of the file, "" if it doesn't exist.
func (r *reading) textLine(number int) string {
	if r.lines == nil {
		r.lines = slip.Lines(r.data)
	}
	if number < 1 || number > len(r.lines) {
		return ""
	}
	return r.lines[number-1]
}

// full reports whether there are so many diagnostics that the rest of the file is skipped.
func (r *reading) full() bool { return len(r.diagnostics) >= maxDiagnostics }

// records returns a section's records, each with its id declared.
func (r *reading) records(top *record, s section) []*record {
	var out []*record
	if top.isEmpty(s.field()) {
		top.known = append(top.known, s.field())
		top.lacks(s.field())
		return nil
	}
	for i, n := range top.list(s.field()) {
		if r.full() {
			break
		}
		rec := r.recordOf(n, string(s)+" "+strconv.Itoa(i+1))
		if rec == nil {
			continue
		}
		rec.declare(s)
		out = append(out, rec)
	}
	return out
}

// sortedKeys returns a map's keys in order, so that diagnostics come in one order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
