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
	"proxynet/viz/poster"
	"proxynet/viz/raster"
	"proxynet/web"
)

// Import reads another program's file and writes an author's.
func Import(c *Call) int {
	o := format.DefaultOptions()
	c.flags.StringVar(&o.Format, "format", "", "the file's `format`: "+strings.Join(format.Readable(), ", ")+"; without it, as the file's content says, or else its ending")
	c.flags.StringVar(&o.Graph, "graph", "", "the `id` of the graph to read, of a file that has several, or the name of a sheet; without it, the first")
	c.flags.StringVar(&o.Ends, "ends", "", "what the ends of edges in node-link JSON `are`, if the file can be read both ways: ids, or indices of the list of nodes")
	c.flags.StringVar(&o.Lang, "lang", o.Lang, "the `language` of its texts, where it doesn't say")
	c.flags.StringVar((*string)(&o.NodeKind), "node-kind", string(o.NodeKind), "the `kind` of nodes of which it says none that is known")
	c.flags.StringVar((*string)(&o.RelationKind), "relation-kind", string(o.RelationKind), "the `kind` of relations of which it says none that is known")
	c.flags.StringVar(&o.Encoding, "encoding", "", "the `encoding` of a file that is not in UTF-8, such as windows-1252 or shift_jis")
	article := c.flags.String("article", "", "the `file` with the text, a paragraph a line, that the quotes of a table are from: they become passages")
	var nodes []string
	c.flags.Func("nodes", "the `file` with the nodes, beside a CSV file with the edges; once for each, where there are several", func(path string) error {
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
		text, faults := file.OpenArticle(*article)
		if faults != nil {
			return c.end(faults)
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

// exported lists the formats that export writes.
func exported() []string { return append([]string{"json", "svg", "png"}, format.Writable()...) }

// Export writes a network for other programs.
func Export(c *Call) int {
	path := c.networkFlag()
	name := c.flags.String("format", "json", "the `format`: "+strings.Join(exported(), ", "))
	address := c.flags.String("address", "", "the `address` of the network's page, to which annotations and svg link")
	lang := c.flags.String("lang", "", "the `language` to export it in, of those it is translated into; without it, its own, with all translations in json")
	directed := c.flags.Bool("directed", false, "let every edge have a direction, for readers such as networkx that can't mix; an attribute says which had none")
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

// exportAs returns a network in a language, "" for its own, in the format of that name.
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

// pngScale is how many pixels a picture has for each unit of the layout: enough
// for print at the width of a newspaper's column.
const pngScale = 3

// picture draws a network, whole and at rest, in a language.
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
		return raster.Figure(d, "wide", pngScale, web.Credit(n))
	}
	svg, err := poster.File(d, "wide", address, web.Credit(n))
	return []byte(svg), err
}

// partPath puts the name of a part before the ending of a path.
func partPath(path, part string) string {
	if part == "" {
		return path
	}
	ending := filepath.Ext(path)
	return strings.TrimSuffix(path, ending) + "." + part + ending
}
