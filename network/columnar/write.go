package columnar

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"reflect"

	"proxynet/network"
)

// File is the content of a file.
type File struct {
	Network *network.Network
	More    json.RawMessage // the caller's data, as JSON; nil for none
	Dots    []float64       // x and y of each node in turn; nil for none
}

// head is the content of the first section.
type head struct {
	Network   *network.Network `json:"network"`
	Nodes     int              `json:"nodes"`
	Relations int              `json:"relations"`
	Passages  int              `json:"passages"`
	Dots      int              `json:"dots"` // numbers
	More      json.RawMessage  `json:"more,omitempty"`
}

// Encode returns f as bytes, the same for the same file.
func Encode(f *File) ([]byte, error) {
	n := *f.Network
	n.Nodes, n.Relations, n.Passages = emptied(n.Nodes), emptied(n.Relations), emptied(n.Passages)
	first, err := json.Marshal(head{&n, len(f.Network.Nodes), len(f.Network.Relations), len(f.Network.Passages), len(f.Dots), f.More})
	if err != nil {
		return nil, fmt.Errorf("encode network %q: %w", f.Network.ID, err)
	}
	w := &writer{file: append([]byte(signature), version), known: map[string]uint64{"": 0}}
	w.file = appendSection(w.file, headSection, first)
	writeRows(w, nodeSection, f.Network.Nodes, w.nodes)
	writeRows(w, relationSection, f.Network.Relations, w.relations)
	writeRows(w, passageSection, f.Network.Passages, w.passages)
	if len(f.Dots) > 0 {
		w.dots(f.Dots)
		w.section(dotSection)
	}
	w.section(endSection)
	if w.err != nil {
		return nil, fmt.Errorf("encode network %q: %w", f.Network.ID, w.err)
	}
	return w.file, nil
}

// emptied returns a list without rows, which is nil if list is.
func emptied[T any](list []T) []T {
	if list == nil {
		return nil
	}
	return []T{}
}

// writer writes a file.
type writer struct {
	file    []byte
	content []byte            // of the section that is being written
	known   map[string]uint64 // the reference of each string
	fresh   []string          // strings that no section has yet
	last    uint64            // reference of the last row of the column
	err     error             // the first one
}

func writeRows[T any](w *writer, k kind, rows []T, write func([]T)) {
	for at := 0; at < len(rows); at += rowsPerSection {
		part := rows[at:min(at+rowsPerSection, len(rows))]
		w.number(len(part))
		write(part)
		w.section(k)
	}
}

// section ends a section, which begins with the strings that it is the first to refer to.
func (w *writer) section(k kind) {
	if len(w.fresh) > 0 {
		content := binary.AppendUvarint(nil, uint64(len(w.fresh)))
		for _, s := range w.fresh {
			content = binary.AppendUvarint(content, uint64(len(s)))
		}
		for _, s := range w.fresh {
			content = append(content, s...)
		}
		w.file = appendSection(w.file, stringSection, content)
		w.fresh = w.fresh[:0]
	}
	w.file = appendSection(w.file, k, w.content)
	w.content = w.content[:0]
}

func (w *writer) number(v int) { w.content = binary.AppendUvarint(w.content, uint64(v)) }

// ref returns the reference of a string.
func (w *writer) ref(s string) uint64 {
	ref, ok := w.known[s]
	if !ok {
		ref = uint64(len(w.known))
		w.known[s] = ref
		w.fresh = append(w.fresh, s)
	}
	return ref
}

// text adds a string to a column.
func (w *writer) text(s string) {
	ref := w.ref(s)
	w.content = binary.AppendVarint(w.content, int64(ref)-int64(w.last)-1)
	w.last = ref
}

// texts adds a column of strings.
func texts[T any, S ~string](w *writer, rows []T, of func(*T) S) {
	w.last = 0
	for i := range rows {
		w.text(string(of(&rows[i])))
	}
}

// lists adds a column of lists of strings.
func lists[T any](w *writer, rows []T, of func(*T) []string) {
	w.last = 0
	for i := range rows {
		list := of(&rows[i])
		if list == nil {
			w.number(0)
			continue
		}
		w.number(len(list) + 1)
		for _, s := range list {
			w.text(s)
		}
	}
}

// rest adds a column with what bare leaves of each row, as JSON.
func rest[T any](w *writer, rows []T, bare func(T) T) {
	texts(w, rows, func(row *T) string {
		left := bare(*row)
		if reflect.ValueOf(left).IsZero() {
			return ""
		}
		return w.json(left)
	})
}

func (w *writer) json(v any) string {
	data, err := json.Marshal(v)
	if err != nil && w.err == nil {
		w.err = err
	}
	return string(data)
}

func (w *writer) nodes(rows []network.Node) {
	texts(w, rows, func(o *network.Node) string { return o.ID })
	texts(w, rows, func(o *network.Node) string { return o.Label })
	texts(w, rows, func(o *network.Node) string { return o.Phrase })
	texts(w, rows, func(o *network.Node) network.NodeKind { return o.Kind })
	texts(w, rows, func(o *network.Node) string { return o.Summary })
	lists(w, rows, func(o *network.Node) []string { return o.Passages })
	rest(w, rows, func(o network.Node) network.Node {
		o.ID, o.Label, o.Phrase, o.Kind, o.Summary, o.Passages = "", "", "", "", "", nil
		return o
	})
}

func (w *writer) relations(rows []network.Relation) {
	texts(w, rows, func(r *network.Relation) string { return r.ID })
	texts(w, rows, func(r *network.Relation) string { return r.From })
	texts(w, rows, func(r *network.Relation) string { return r.To })
	texts(w, rows, func(r *network.Relation) network.RelationKind { return r.Kind })
	texts(w, rows, func(r *network.Relation) string { return r.Verb })
	texts(w, rows, func(r *network.Relation) network.Status { return r.Status })
	for i := range rows {
		r := &rows[i]
		w.content = append(w.content, bit(r.Directed)|bit(r.Past)<<1|bit(r.Open)<<2)
	}
	texts(w, rows, func(r *network.Relation) string {
		if r.Period == nil {
			return ""
		}
		return w.json(r.Period)
	})
	texts(w, rows, func(r *network.Relation) string { return r.Inference })
	texts(w, rows, func(r *network.Relation) string { return r.Note })
	lists(w, rows, func(r *network.Relation) []string { return r.Passages })
	rest(w, rows, func(r network.Relation) network.Relation {
		return network.Relation{Against: r.Against, Legal: r.Legal, Facts: r.Facts}
	})
}

func (w *writer) passages(rows []network.Passage) {
	texts(w, rows, func(p *network.Passage) string { return p.ID })
	texts(w, rows, func(p *network.Passage) string { return p.Source })
	for i := range rows {
		w.content = binary.AppendVarint(w.content, int64(rows[i].Paragraph))
	}
	texts(w, rows, func(p *network.Passage) string { return p.Selector.Exact })
	texts(w, rows, func(p *network.Passage) string { return p.Selector.Prefix })
	texts(w, rows, func(p *network.Passage) string { return p.Selector.Suffix })
	texts(w, rows, func(p *network.Passage) string { return p.Speaker })
	texts(w, rows, func(p *network.Passage) network.Manner { return p.Manner })
	texts(w, rows, func(p *network.Passage) string { return p.Via })
	for i := range rows {
		p := rows[i].Position
		w.content = append(w.content, bit(p != nil))
		if p != nil {
			w.content = binary.AppendVarint(w.content, int64(p.Start))
			w.content = binary.AppendVarint(w.content, int64(p.End))
		}
	}
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// scale is the number of steps in a unit of coordinates that are stored as steps.
const scale = 1000

// dots adds coordinates: as steps from the node before if all are whole steps,
// otherwise as they are.
func (w *writer) dots(dots []float64) {
	steps := make([]int64, len(dots))
	for i, v := range dots {
		steps[i] = int64(math.Round(v * scale))
		if float64(steps[i])/scale != v || math.Signbit(v) && v == 0 {
			w.content = append(w.content, 0)
			for _, v := range dots {
				w.content = binary.LittleEndian.AppendUint64(w.content, math.Float64bits(v))
			}
			return
		}
	}
	w.content = append(w.content, 1)
	for i, step := range steps {
		if i >= 2 {
			step -= steps[i-2]
		}
		w.content = binary.AppendVarint(w.content, step)
	}
}
