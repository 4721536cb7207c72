package cli

import (
	"errors"
	"fmt"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/authoring"
)

// New starts a network for an article.
func New(c *Call) int {
	article := c.flags.String("article", "", "the `file` with the article: plain text, a saved HTML page, Markdown or .docx")
	lang := c.flags.String("lang", "", "the article's `language`, a BCP 47 tag; without it, the language that the page declares, or en")
	preset := c.flags.String("preset", file.Conflict, "the `vocabulary` to start with: "+strings.Join(file.Presets, ", "))
	force := c.flags.Bool("force", false, "overwrite existing files")
	files, status, ok := c.parseFiles("folder to create it in")
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

// changeFlags adds the flags of the verbs that change an author's file. Call the
// result after parsing.
func (c *Call) changeFlags() func() authoring.Options {
	path := c.flags.String("network", "", "the network's `file`")
	dryRun := c.flags.Bool("dry-run", false, "show what would change without changing anything")
	return func() authoring.Options {
		return authoring.Options{Network: *path, DryRun: *dryRun, Out: c.stdout}
	}
}

// Rename changes the id of a record.
func Rename(c *Call) int {
	options := c.changeFlags()
	ids, status, ok := c.parseFiles("id to change", "new id")
	if !ok {
		return status
	}
	return c.endChange(authoring.Rename(options(), ids[0], ids[1]))
}

// Merge merges two records.
func Merge(c *Call) int {
	options := c.changeFlags()
	confirm := c.flags.Bool("confirm", false, "also remove the relations between the two, and what depends on them")
	ids, status, ok := c.parseFiles("id to keep", "id to merge into it")
	if !ok {
		return status
	}
	return c.endChange(authoring.Merge(options(), ids[0], ids[1], *confirm))
}

// Remove removes records.
func Remove(c *Call) int {
	options := c.changeFlags()
	ids, status, ok := c.parseList("id to remove")
	if !ok {
		return status
	}
	return c.endChange(authoring.Remove(options(), ids...))
}

// endChange is end for the change of an author's file.
func (c *Call) endChange(err error) int {
	if errors.Is(err, authoring.ErrNoNetwork) {
		return c.misused(err)
	}
	return c.end(err)
}
