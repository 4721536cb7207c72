package format

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Options are options of an import.
type Options struct {
	Format string // name of the format, as for --format; "" to detect it by the content or the extension
	reader.Options
}

// DefaultOptions assume nothing that a file doesn't state.
func DefaultOptions() Options { return Options{Options: reader.DefaultOptions()} }

// Validate returns an error that names an invalid option.
func (o *Options) Validate() error {
	if err := o.Options.Validate(); err != nil {
		return err
	}
	if o.Format != "" && !slices.Contains(Readable(), o.Format) {
		return fmt.Errorf("unknown format %s: write one of %s", graph.Show(o.Format), strings.Join(Readable(), ", "))
	}
	return nil
}

// find returns the format of a file: the named one, or that of its content, otherwise
// of its extension.
func (o *Options) find(f reader.File) (*Format, error) {
	if o.Format != "" {
		return formatNamed(o.Format), nil
	}
	name, err := detect(f, &o.Options)
	if err != nil {
		return nil, err
	}
	if name != "" {
		return formatNamed(name), nil
	}
	ending := strings.ToLower(filepath.Ext(f.Name))
	for i := range Formats {
		if f := &Formats[i]; f.files > 0 && slices.Contains(f.Endings, ending) {
			return f, nil
		}
	}
	return nil, reader.Diagnostic(f.Name, "neither its content nor its extension identifies its format", "name it with --format: "+strings.Join(Readable(), ", "))
}

// Import reads a network from a file in another format, or from several CSV files: the
// table of edges, then those of nodes. The losses list what the network can't
// represent. An error is always a [file.Diagnostics].
func Import(paths []string, o Options) (*network.Network, *Losses, error) {
	named := make([]reader.File, len(paths))
	for i, path := range paths {
		opened, err := file.OpenRegular(path)
		if err != nil {
			var p *os.PathError
			if errors.As(err, &p) {
				err = p.Err // without the path, which is already in the diagnostic
			}
			return nil, nil, reader.Diagnostic(path, fmt.Sprintf("it cannot be read: %v", err), "correct the path, or make the file readable")
		}
		defer opened.Close()
		named[i] = reader.File{Name: path, Content: opened}
	}
	return parse(named, o)
}

func parse(files []reader.File, o Options) (*network.Network, *Losses, error) {
	f, err := o.find(files[0])
	if err != nil {
		return nil, nil, asDiagnostics(err)
	}
	if len(files) > f.files {
		return nil, nil, reader.Diagnostic(files[f.files].Name, "one file too many for "+f.Label, "import one network at a time")
	}
	losses := &Losses{}
	g, err := f.decode(files, &o.Options, losses)
	if err != nil {
		return nil, nil, asDiagnostics(err)
	}
	n, err := convert.ToNetwork(g, files[0].Name, &o.Options, losses)
	if err != nil {
		return nil, nil, asDiagnostics(err)
	}
	return n, losses, nil
}

// decode reads files in this format.
func (f *Format) decode(files []reader.File, o *reader.Options, losses *Losses) (*graph.Graph, error) {
	if f.readBinary != nil {
		return f.readBinary(files[0], o, losses)
	}
	inputs := make([]*reader.Input, len(files))
	for i, r := range files {
		in, err := reader.NewInput(r.Name, r, o.Limits, o.Encoding)
		if err != nil {
			return nil, err
		}
		inputs[i] = in
	}
	if f.readFiles != nil {
		return f.readFiles(inputs, o, losses)
	}
	return f.read(inputs[0], o, losses)
}

// Comments returns the comments in the author's file of an imported network.
func Comments(path string, n *network.Network) []string {
	out := []string{
		fmt.Sprintf("%s, imported from %s: %s, %s.", n.Title, filepath.Base(path), graph.Counted(len(n.Nodes), "node"), graph.Counted(len(n.Relations), "relation")),
		"A relation reads as FROM verb TO; a … in the verb marks the place of TO.",
	}
	if n.Unsourced {
		out = append(out, "To make it evidence, add sources, speakers and passages, cite the passages in each record, and run check.")
	}
	return out
}

// asDiagnostics returns an error as diagnostics.
func asDiagnostics(err error) error {
	var f file.Diagnostic
	if errors.As(err, &f) {
		f.Rule = cmp.Or(f.Rule, file.RuleFile)
		return file.Diagnostics{f}
	}
	return err
}
