package mention

import (
	"strconv"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Documents reads annotated texts in JSON, one object each, as in doccano and Label
// Studio.
type Documents struct {
	*Mentions
	JSON      *reader.JSON
	all       []*Mention
	relations int
}

// ReadDocuments reads a file of such texts. read reads the rest of one; what is the
// program's word for it. unrelated and fix are the error and the advice for a file
// without relations.
func ReadDocuments(in *reader.Input, o *reader.Options, losses *graph.Losses, what, unrelated, fix string, read func(d *Documents, name string) error) (*graph.Graph, error) {
	d := &Documents{Mentions: New(in, o, losses), JSON: reader.NewJSON(in, losses)}
	count := 0
	err := d.JSON.Each("a "+what, func() error {
		count++
		return read(d, what+" "+strconv.Itoa(count))
	})
	if err != nil {
		return nil, err
	}
	if d.relations == 0 {
		return nil, d.Diagnostic(0, "", unrelated, fix)
	}
	return d.Finish(d.all)
}

// Add adds a mention.
func (d *Documents) Add(one *Mention) error {
	d.all = append(d.all, one)
	return d.Mentions.Add(one)
}

// Relate adds a relation between two mentions, like [Mentions.Relate].
func (d *Documents) Relate(id, from, to, verb string, as graph.Attributes, line int) error {
	d.relations++
	return d.Mentions.Relate(id, from, to, verb, as, line)
}
