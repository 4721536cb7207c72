package cli

import (
	"errors"
	"fmt"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/authoring"
)

// New begins a network for an article.
func New(c *Call) int {
	article := c.flags.String("article", "", "the `file` with the article: plain text, a saved HTML page, Markdown or .docx")
	lang := c.flags.String("lang", "", "the article's `language`, a BCP 47 tag; without it, what a page says of itself, or en")
	preset := c.flags.String("preset", file.Conflict, "the `vocabulary` to begin with: "+strings.Join(file.Presets, ", "))
	force := c.flags.Bool("force", false, "replace files that are there")
	files, status, ok := c.parseFiles("folder to start it in")
	if !ok {
		return status
	}
	if *article == "" {
		return c.misused(errors.New("name the article’s text with --article"))
	}
	written, notes, err := authoring.Start(files[0], *article, *lang, *force, func(dir, article, lang string, force bool) ([]string, error) {
		return file.Start(dir, article, lang, *preset, force)
	})
	for _, line := range append(written, notes...) {
		fmt.Fprintln(c.stdout, line)
	}
	return c.end(err)
}

// changeFlags adds the flags of the verbs that change an author's file.
func (c *Call) changeFlags() func() authoring.Options {
	path := c.flags.String("network", "", "the network's `file`")
	dryRun := c.flags.Bool("dry-run", false, "show what would change, and change nothing")
	return func() authoring.Options {
		return authoring.Options{Network: *path, DryRun: *dryRun, Out: c.stdout}
	}
}

func Rename(c *Call) int {
	options := c.changeFlags()
	ids, status, ok := c.parseFiles("id to change", "new id")
	if !ok {
		return status
	}
	return c.end(authoring.Rename(options(), ids[0], ids[1]))
}

func Merge(c *Call) int {
	options := c.changeFlags()
	ids, status, ok := c.parseFiles("id to keep", "id to merge into it")
	if !ok {
		return status
	}
	return c.end(authoring.Merge(options(), ids[0], ids[1]))
}

func Remove(c *Call) int {
	options := c.changeFlags()
	var ids []string
	err := c.flags.Parse(c.args)
	for err == nil && c.flags.NArg() > 0 {
		ids = append(ids, c.flags.Arg(0))
		err = c.flags.Parse(c.flags.Args()[1:])
	}
	if err != nil || len(ids) == 0 {
		c.args = c.flags.Args()
		if _, status, ok := c.parseFiles("id to remove"); !ok {
			return status
		}
	}
	return c.end(authoring.Remove(options(), ids...))
}
