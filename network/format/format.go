package format

import (
	"bytes"
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
)

// Format is a way in which other programs write graphs.
type Format struct {
	Name    string   // as --format names it
	Label   string   // as people call it
	Endings []string // of files that are in it and in nothing else

	files int // most files that it reads; 0: it is only written
	read  func(ins []*input, o *options, losses *Losses) (*Graph, error)
	write func(g *Graph) []Output // nil: it is only read
	// unheld counts what it has no place for; nil: it holds everything.
	unheld func(n *network.Network, losses *Losses)
	// notation writes formats that are no graphs.
	notation func(n *network.Network, address string, losses *Losses) []Output
}

// Output is a file that was written.
type Output struct {
	Part string // which of several, such as "nodes"; "" where there is but one
	Data []byte
}

// one makes a reader of one file a reader of files.
func one(read func(in *input, o *options, losses *Losses) (*Graph, error)) func([]*input, *options, *Losses) (*Graph, error) {
	return func(ins []*input, o *options, losses *Losses) (*Graph, error) { return read(ins[0], o, losses) }
}

// Formats lists every format.
var Formats = []Format{
	{Name: "gexf", Label: "GEXF 1.3", Endings: []string{".gexf"}, files: 1, read: one(readGEXF), write: writeGEXF, unheld: unheldGEXF},
	{Name: "graphml", Label: "GraphML", Endings: []string{".graphml"}, files: 1, read: one(readGraphML), write: writeGraphML},
	{Name: "cytoscape", Label: "Cytoscape JSON", Endings: []string{".cyjs"}, files: 1, read: one(readCytoscape), write: writeCytoscape},
	{Name: "jgf", Label: "JSON Graph Format", Endings: []string{".jgf"}, files: 1, read: one(readJGF), write: writeJGF},
	{Name: "nodelink", Label: "D3 and networkx node-link JSON", files: 1, read: one(readNodeLink)},
	{Name: "dot", Label: "DOT of Graphviz", Endings: []string{".dot", ".gv"}, files: 1, read: one(readDOT), write: writeDOT},
	{Name: "csv", Label: "CSV of edges, and of nodes", Endings: []string{".csv", ".tsv"}, files: mostTables, read: readCSV, write: writeCSV, unheld: unheldCSV},
	{Name: "oligrapher", Label: "LittleSis Oligrapher JSON", files: 1, read: one(readOligrapher)},
	{Name: "annotations", Label: "JSON-LD of W3C Web Annotations", notation: writeAnnotations},
}

// Readable lists the names of formats that can be read, Writable of those that
// can be written.
func Readable() []string { return names(func(f *Format) bool { return f.read != nil }) }
func Writable() []string {
	return names(func(f *Format) bool { return f.write != nil || f.notation != nil })
}

func names(which func(*Format) bool) []string {
	var out []string
	for i := range Formats {
		if which(&Formats[i]) {
			out = append(out, Formats[i].Name)
		}
	}
	return out
}

// Options say how to import.
type Options struct {
	Format       string        // "": as the file's ending says
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

// find returns the format of a file.
func (o *Options) find(path string) (*Format, error) {
	ending := strings.ToLower(filepath.Ext(path))
	for i := range Formats {
		f := &Formats[i]
		if f.read != nil && (f.Name == o.Format || o.Format == "" && slices.Contains(f.Endings, ending)) {
			return f, nil
		}
	}
	if o.Format == "" && (ending == ".cx" || ending == ".cx2") {
		return nil, fault(path, "CX, the exchange format of NDEx and Cytoscape, isn’t read", cxFix)
	}
	return nil, fault(path, "its ending doesn't tell its format", "name it with --format: "+strings.Join(Readable(), ", "))
}

// Import reads a network from a file in another format, or from several in CSV:
// the table of edges, then those of nodes. The
// losses are what the network has no place for. An error is always a
// [file.Faults].
func Import(paths []string, o Options) (*network.Network, *Losses, error) {
	f, err := o.find(paths[0])
	if err != nil {
		return nil, nil, err
	}
	if len(paths) > f.files {
		return nil, nil, fault(paths[f.files], "one file too many for "+f.Label, "import one network at a time")
	}
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
	return f.parse(named, o)
}

// Parse is [Import] for what was already read; name is for the faults. The
// options must name the format.
func Parse(name string, data []byte, o Options) (*network.Network, *Losses, error) {
	f, err := o.find(name)
	if err != nil {
		return nil, nil, err
	}
	return f.parse([]namedReader{{name, bytes.NewReader(data)}}, o)
}

type namedReader struct {
	name string
	io.Reader
}

func (f *Format) parse(files []namedReader, o Options) (*network.Network, *Losses, error) {
	losses := &Losses{}
	ins := make([]*input, len(files))
	for i, r := range files {
		in, err := newInput(r.name, r, o.Limits, o.Encoding)
		if err != nil {
			return nil, nil, asFaults(err)
		}
		ins[i] = in
	}
	g, err := f.read(ins, &o, losses)
	if err != nil {
		return nil, nil, asFaults(err)
	}
	n, err := fromGraph(g, files[0].name, &o, losses)
	if err != nil {
		return nil, nil, asFaults(err)
	}
	return n, losses, nil
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
	at := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == format })
	switch {
	case at >= 0 && Formats[at].notation != nil:
		return Formats[at].notation(n, o.Address, losses), losses, nil
	case at >= 0 && Formats[at].write != nil:
		if Formats[at].unheld != nil {
			Formats[at].unheld(n, losses)
		}
		if name := Formats[at].Name; !o.Directed && (name == "gexf" || name == "graphml") {
			mixed(n, losses)
		}
		return Formats[at].write(toGraph(n, o)), losses, nil
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
	return file.Faults{{File: path, Rule: file.RuleFile, Problem: problem, Mend: mend}}
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
