package format

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/message"
)

// Options say how to import.
type Options struct {
	Format       string        // "": as the file's content says, or else its ending
	Graph        string        // which graph of a file with several; "" is the first
	Ends         string        // what the ends of node-link edges are: [EndIDs], [EndIndices], or "" to find out
	Lang         string        // BCP 47, of texts that don't say
	Article      *file.Article // which quotes are from; nil: it isn't known
	Encoding     string        // of files without a byte order mark; "": as they say, or else UTF-8
	NodeKind     network.NodeKind
	RelationKind network.RelationKind
	Limits       Limits
}

type options = Options

// DefaultOptions say that nothing is known of what a file doesn't say.
func DefaultOptions() Options {
	return Options{Lang: "en", NodeKind: network.Unknown, RelationKind: "tie", Limits: DefaultLimits()}
}

// Validate returns an error that names the option that can't be.
func (o *Options) Validate() error {
	if tag, err := language.Parse(o.Lang); err != nil {
		return fmt.Errorf("unknown language %s: write a BCP 47 language tag, such as en, fa or zh-Hans", show(o.Lang))
	} else {
		o.Lang = tag.String()
	}
	kinds := make([]string, len(network.NodeKinds))
	for i, k := range network.NodeKinds {
		kinds[i] = string(k)
	}
	if !slices.Contains(kinds, string(o.NodeKind)) {
		return fmt.Errorf("unknown kind of node %s: write one of %s", show(string(o.NodeKind)), strings.Join(kinds, ", "))
	}
	if network.BuiltIn.RelationKind(o.RelationKind) == nil {
		return fmt.Errorf("unknown kind of relation %s: write such as tie, command or friendship", show(string(o.RelationKind)))
	}
	if o.Encoding != "" {
		if _, err := encodingNamed(o.Encoding); err != nil {
			return err
		}
	}
	if o.Format != "" && !slices.Contains(Readable(), o.Format) {
		return fmt.Errorf("unknown format %s: write one of %s", show(o.Format), strings.Join(Readable(), ", "))
	}
	if o.Ends != "" && o.Ends != EndIDs && o.Ends != EndIndices {
		return fmt.Errorf("unknown kind of ends %s: write %s or %s", show(o.Ends), EndIDs, EndIndices)
	}
	return o.Limits.Validate()
}

// find returns the format of a file: the one that is named, or that of its
// content, or else of its ending.
func (o *Options) find(f namedReader) (*Format, error) {
	if o.Format != "" {
		return formatNamed(o.Format), nil
	}
	name, err := detect(f, o)
	if err != nil {
		return nil, err
	}
	if name != "" {
		return formatNamed(name), nil
	}
	ending := strings.ToLower(filepath.Ext(f.name))
	for i := range Formats {
		if f := &Formats[i]; f.files > 0 && slices.Contains(f.Endings, ending) {
			return f, nil
		}
	}
	return nil, fault(f.name, "neither its content nor its extension identifies its format", "name it with --format: "+strings.Join(Readable(), ", "))
}

// Import reads a network from a file in another format, or from several in CSV:
// the table of edges, then those of nodes. The
// losses are what the network has no place for. An error is always a
// [file.Faults].
func Import(paths []string, o Options) (*network.Network, *Losses, error) {
	named := make([]namedReader, len(paths))
	for i, path := range paths {
		opened, err := file.OpenRegular(path)
		if err != nil {
			var p *os.PathError
			if errors.As(err, &p) {
				err = p.Err // without the path, which the fault names already
			}
			return nil, nil, fault(path, fmt.Sprintf("it cannot be read: %v", err), "correct the path, or make the file readable")
		}
		defer opened.Close()
		named[i] = namedReader{path, opened}
	}
	return parse(named, o)
}

// namedReader is a file to read.
type namedReader struct {
	name string
	content
}

// content is what a file holds, at any place.
type content interface {
	io.ReadSeeker
	io.ReaderAt
}

func parse(files []namedReader, o Options) (*network.Network, *Losses, error) {
	f, err := o.find(files[0])
	if err != nil {
		return nil, nil, asFaults(err)
	}
	if len(files) > f.files {
		return nil, nil, fault(files[f.files].name, "one file too many for "+f.Label, "import one network at a time")
	}
	losses := &Losses{}
	g, err := f.graph(files, &o, losses)
	if err != nil {
		return nil, nil, asFaults(err)
	}
	n, err := fromGraph(g, files[0].name, &o, losses)
	if err != nil {
		return nil, nil, asFaults(err)
	}
	return n, losses, nil
}

// graph reads files that are in the format.
func (f *Format) graph(files []namedReader, o *options, losses *Losses) (*Graph, error) {
	if f.binary != nil {
		return f.binary(files[0], o, losses)
	}
	ins := make([]*input, len(files))
	for i, r := range files {
		in, err := newInput(r.name, r, o.Limits, o.Encoding)
		if err != nil {
			return nil, err
		}
		ins[i] = in
	}
	return f.read(ins, o, losses)
}

// ExportOptions say how to export.
type ExportOptions struct {
	Address  string // of the network's page, to which annotations link; "": it isn't known
	Directed bool   // every edge gets a direction, and an attribute says which had none
}

// Export returns a network in another format, and what that has no place for.
func Export(n *network.Network, format string, o ExportOptions) ([]Output, *Losses, error) {
	losses := &Losses{}
	for _, t := range n.Translations {
		losses.add(1, lossTranslation, t.Lang)
	}
	f := formatNamed(format)
	switch {
	case f != nil && f.notation != nil:
		return f.notation(n, o.Address, losses), losses, nil
	case f != nil && f.write != nil:
		if f.unheld != nil {
			f.unheld(n, losses)
		}
		if f.mixed && !o.Directed {
			mixed(n, losses)
		}
		g := toGraph(n, o)
		if f.unheld != nil {
			g.carryVocabulary()
		}
		return f.write(g, losses), losses, nil
	}
	return nil, nil, fmt.Errorf("unknown format %s: write one of %s", show(format), strings.Join(Writable(), ", "))
}

// lossTranslation is told of a translation, which is exported by itself.
const lossTranslation = "translations, left out; export one with --lang"

// mixed counts relations without direction beside others, which the formats
// allow and some readers don't.
func mixed(n *network.Network, losses *Losses) {
	without := 0
	for i := range n.Relations {
		if !n.Relations[i].Directed {
			without++
		}
	}
	if without < len(n.Relations) {
		losses.add(without, "edges without direction among others, which networkx and igraph can’t mix (--directed gives each one a direction)", "")
	}
}

// Comments are what an author's file says of a network that was imported.
func Comments(path string, n *network.Network) []string {
	out := []string{
		fmt.Sprintf("%s, imported from %s: %s, %s.", n.Title, filepath.Base(path), counted(len(n.Nodes), "node"), counted(len(n.Relations), "relation")),
		"A relation reads as FROM verb TO; a … in the verb says where TO stands.",
	}
	if n.Unsourced {
		out = append(out, "To make it evidence, add sources, speakers and passages, name the passages at what rests on them, and run check.")
	}
	return out
}

func unheldGEXF(n *network.Network, losses *Losses) {
	losses.add(1, "the network’s id and language, left out", "")
	for i := range n.Relations {
		if r := &n.Relations[i]; r.Period != nil {
			if _, _, exact := timeline(r.Period); !exact {
				losses.add(1, "periods that a timeline shows from the first to the last day they can mean, or not at all (the exact ones are in the attribute “period”)", r.ID)
			}
		}
	}
	unheld(n, losses)
}

func unheldCSV(n *network.Network, losses *Losses) {
	losses.add(1, "the network’s id, title, summary and language, left out", "")
	unheld(n, losses)
}

func fault(path, problem, mend string) error {
	return file.Faults{{File: path, Rule: file.RuleFile, Problem: message.New("%s", problem), Mend: message.New("%s", mend)}}
}

// asFaults returns an error as what everything that reads files returns.
func asFaults(err error) error {
	var f file.Fault
	if errors.As(err, &f) {
		f.Rule = cmp.Or(f.Rule, file.RuleFile)
		return file.Faults{f}
	}
	return err
}
