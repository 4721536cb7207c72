package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/lint"
	"proxynet/web/site"
	"proxynet/web/site/publish"
)

// Build writes the static site, or the single file, of a network.
func Build(c *Call) int {
	path, articles := c.networkFlag(), c.articleFlag()
	c.flags.Lookup("network").Usage = "the network's `file`, or a folder of networks, with or without the flag; without either, the shipped network"
	out := c.flags.String("o", "", "the `folder` to write, or the file with --single-file")
	force := c.flags.Bool("force", false, "replace the site in that folder, or the file")
	single := c.flags.Bool("single-file", false, "write one self-contained HTML file, which opens without a server")
	title := c.flags.String("title", "", "the `title` of a folder of networks; without it, the folder's name")
	address := c.flags.String("address", "", "the `address` of the published site, such as https://example.org/network/, for oEmbed and link cards")
	lang := c.flags.String("lang", "", "with --single-file: the `language` of the page; without it, the network's own")
	draft := c.flags.Bool("draft", false, "build quickly: arrange pictures with fewer attempts, and let readers’ browsers lay out large networks")
	precompress := c.flags.Bool("precompress", true, "write compressed copies (.br, .gz), which many hosts serve; disable with --precompress=false")
	sizes := c.flags.Bool("sizes", false, "print the size of each part of the site")
	if status, ok := c.parse(); !ok {
		return status
	}
	if *out == "" {
		return c.misused(errors.New("name the folder or file to write with -o"))
	}
	if *lang != "" && !*single {
		return c.misused(errors.New("--lang is for --single-file; a site has a page in every language"))
	}
	o := publish.Options{
		Options: site.Options{Address: *address, Demo: *path == "", Draft: *draft, Warn: warner(c.stderr)},
		Out:     *out, Force: *force, Precompress: *precompress,
	}
	var err error
	var memory *file.Memory // the articles that the site is built from
	if info, absent := os.Stat(*path); absent == nil && info.IsDir() {
		if len(*articles) > 0 {
			return c.misused(errors.New("--article works with one network only; in a folder, each network’s file names the texts of its sources"))
		}
		if *single {
			return c.misused(errors.New("--single-file holds one network; name its file with --network"))
		}
		o.Title = cmp.Or(*title, filepath.Base(*path))
		o.Networks, err = file.LoadFolder(*path)
	} else {
		makeRoom(*path)
		var n *network.Network
		n, err = file.LoadProved(*path, *articles...)
		o.Networks = []*network.Network{n}
		if err == nil && *path != "" {
			memory, err = file.NewMemory(*path, *articles...)
			err = cmp.Or(err, lint.WriteRevised(c.stderr, *path, *articles...))
		}
	}
	if err != nil {
		return c.end(err)
	}
	err = untilInterrupted(func(ctx context.Context) error { return c.build(ctx, o, *single, *sizes, *lang) })
	if err == nil && memory != nil {
		if failed := memory.Save(); failed != nil {
			fmt.Fprintf(c.stderr, "could not save the articles, so “check” won’t be able to show later what changed in them: %v\n", failed)
		}
	}
	return c.end(err)
}

// build writes the site or the single file.
func (c *Call) build(ctx context.Context, o publish.Options, single, sizes bool, lang string) error {
	if single {
		size, err := publish.Single(ctx, publish.SingleOptions{Network: o.Networks[0], Lang: lang, Out: o.Out, Force: o.Force, Warn: o.Warn})
		if err == nil {
			fmt.Fprintf(c.stdout, "%s: “%s” in one file of %.1f MB; it opens without a server\n", o.Out, o.Networks[0].Title, float64(size)/1e6)
		}
		return err
	}
	files, err := publish.Build(ctx, o)
	if err == nil {
		fmt.Fprintf(c.stdout, "%s: the site of “%s”; any static host can serve it\n", o.Out, cmp.Or(o.Title, o.Networks[0].Title))
	}
	if err == nil && sizes {
		err = publish.PrintSizes(c.stdout, files)
	}
	return err
}
