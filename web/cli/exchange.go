package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
	"proxynet/viz/compose"
	"proxynet/viz/png"
	"proxynet/viz/svg"
	"proxynet/web"
)

// Import converts another program's file into an author's file.
func Import(c *Call) int {
	o := format.DefaultOptions()
	c.flags.StringVar(&o.Format, "format", "", "the file's `format`: "+strings.Join(format.Readable(), ", ")+"; without it, detected from the content, or else the extension")
	c.flags.StringVar(&o.Graph, "graph", "", "the `id` of the graph to read from a file with several, or the name of a sheet; without it, the first")
	c.flags.StringVar(&o.Ends, "ends", "", "what the ends of edges in node-link JSON `are`, if it is ambiguous: ids, or indices into the list of nodes")
	c.flags.StringVar(&o.Lang, "lang", o.Lang, "the `language` of texts without one")
	c.flags.StringVar((*string)(&o.NodeKind), "node-kind", string(o.NodeKind), "the `kind` of nodes without a known kind")
	c.flags.StringVar((*string)(&o.RelationKind), "relation-kind", string(o.RelationKind), "the `kind` of relations without a known kind")
	c.flags.StringVar(&o.Encoding, "encoding", "", "the `encoding` of a file that is not in UTF-8, such as windows-1252 or shift_jis")
	article := c.flags.String("article", "", "the `file` with the article, one paragraph per line; quotes in a table become passages of it")
	var nodes []string
	c.flags.Func("nodes", "the `file` with the nodes, for a CSV file with the edges; may be repeated", func(path string) error {
		nodes = append(nodes, path)
		return nil
	})
	out := c.outFlag()
	files, status, ok := c.parseFiles("file to import")
	if !ok {
		return status
	}
	if err := o.Validate(); err != nil {
		return c.misused(err)
	}
	if *article != "" {
		text, diagnostics := file.OpenArticle(*article)
		if diagnostics != nil {
			return c.end(diagnostics)
		}
		o.Article = text
	}
	n, losses, err := format.Import(append(files, nodes...), o)
	if err != nil {
		return c.end(err)
	}
	losses.Print(c.stderr, files[0])
	return c.end(out.write(c, file.Encode(n, format.Comments(files[0], n)...)))
}

// exported returns the names of the formats that export writes.
func exported() []string { return append([]string{"json", "svg", "png"}, format.Writable()...) }

// Export writes a network for other programs.
func Export(c *Call) int {
	path := c.networkFlag()
	name := c.flags.String("format", "json", "the `format`: "+strings.Join(exported(), ", "))
	address := c.flags.String("address", "", "the `address` of the network's page, for links in annotations and svg")
	lang := c.flags.String("lang", "", "the `language` to export, if the network is translated into it; without it, the network's own, and in json all translations")
	directed := c.flags.Bool("directed", false, "make every edge directed, for programs such as networkx that can't mix; an attribute marks those that had no direction")
	out := c.outFlag()
	if status, ok := c.parse(); !ok {
		return status
	}
	if !slices.Contains(exported(), *name) {
		return c.misused(fmt.Errorf("unknown format %q: write one of %s", *name, strings.Join(exported(), ", ")))
	}
	if *address != "" {
		checked, err := file.PageAddress(*address)
		if err != nil {
			return c.misused(err)
		}
		*address = checked
	}
	n, err := file.Load(*path)
	if err != nil {
		return c.end(err)
	}
	if *lang != "" && n.In(*lang) == n && n.Lang != *lang {
		return c.misused(fmt.Errorf("the network is not translated into %q", *lang))
	}
	outputs, losses, err := exportAs(n, *lang, *name, format.ExportOptions{Address: *address, Directed: *directed})
	if err != nil {
		return c.end(err)
	}
	if len(outputs) > 1 && out.path == "" {
		return c.misused(fmt.Errorf("%s has %d files: name them with -o NAME.csv", *name, len(outputs)))
	}
	losses.Print(c.stderr, "export to "+*name)
	if !out.force && len(outputs) > 1 { // all of them or none
		for _, o := range outputs {
			if err := file.Absent(partPath(out.path, o.Part)); err != nil {
				return c.end(err)
			}
		}
	}
	for _, o := range outputs {
		part := output{partPath(out.path, o.Part), out.force}
		err = errors.Join(err, part.write(c, o.Data))
	}
	return c.end(err)
}

// exportAs returns a network in a language, "" for its own, in a format.
func exportAs(n *network.Network, lang, name string, o format.ExportOptions) ([]format.Output, *format.Losses, error) {
	switch name {
	case "json":
		if lang != "" {
			n = n.In(lang)
		}
		data, err := network.Encode(n)
		return []format.Output{{Data: data}}, &format.Losses{}, err
	case "svg", "png":
		data, err := picture(n, lang, name, o.Address)
		return []format.Output{{Data: data}}, &format.Losses{}, err
	}
	if lang != "" {
		n = n.In(lang)
	}
	return format.Export(n, name, o)
}

// pngScale is in pixels per unit of the layout: enough to print at the width of a
// newspaper's column.
const pngScale = 3

// picture draws the whole network in a language, "" for its own.
func picture(n *network.Network, lang, name, address string) ([]byte, error) {
	d, err := compose.Compose(n, web.PictureLanguages()...)
	if err != nil {
		return nil, err
	}
	if lang != "" {
		d = d.In(lang)
		n = d.Network
	}
	if name == "png" {
		return png.Figure(d, "wide", pngScale, web.Notes(n))
	}
	drawn, err := svg.File(d, "wide", address, web.Notes(n))
	return []byte(drawn), err
}

// partPath inserts the name of a part before the extension of a path.
func partPath(path, part string) string {
	if part == "" {
		return path
	}
	ending := filepath.Ext(path)
	return strings.TrimSuffix(path, ending) + "." + part + ending
}
