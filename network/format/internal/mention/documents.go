package mention

import (
	"strconv"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Documents reads annotated texts in JSON, an object for each: those of doccano and
// of Label Studio.
type Documents struct {
	*Mentions
	JSON      *reader.JSON
	all       []*Mention
	relations int
}

// ReadDocuments reads a file of such texts. read reads one that has begun; what is
// what the program calls it. unrelated and fix say what is wrong with a file
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

// Add takes in a mention.
func (d *Documents) Add(one *Mention) error {
	d.all = append(d.all, one)
	return d.Mentions.Add(one)
}

// Relate takes in a relation between two mentions, as [Mentions.Relate] does.
func (d *Documents) Relate(id, from, to, verb string, as graph.Attributes, line int) error {
	d.relations++
	return d.Mentions.Relate(id, from, to, verb, as, line)
}
