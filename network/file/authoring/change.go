package authoring

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/review"
	"proxynet/network/message"
)

// maxBytes is the largest size of an author's file.
const maxBytes = 64 << 20

// Options say which file to change, and how.
type Options struct {
	Network string    // path of the author's file
	DryRun  bool      // only show the difference
	Out     io.Writer // for the difference, remarks and results
}

// Rename changes the id of a record; see [edit.Rename].
func Rename(o Options, old, id string) error {
	return o.all(func(data []byte) (edit.Change, error) { return edit.Rename(data, old, id) },
		func(data []byte) (edit.Change, error) { return edit.RenameInTranslation(data, old, id) })
}

// Merge merges two records; see [edit.Merge]. If that removes other records, it fails
// and lists them, unless confirmed is true or the merge is a dry run.
func Merge(o Options, keep, other string, confirmed bool) error {
	gone := []string{other}
	return o.all(func(data []byte) (edit.Change, error) {
		c, depends, err := edit.Merge(data, keep, other)
		if err != nil || len(depends) == 0 {
			return c, err
		}
		gone = append(gone, c.Removed...)
		var lines []message.Message
		declared := file.ReadOutline(o.Network, data).Declared
		for _, d := range depends {
			line := message.New("line %d: %s is changed", declared[d.ID].Spot.Line, d.ID)
			if d.Gone {
				line = message.New("line %d: %s is removed", declared[d.ID].Spot.Line, d.ID)
			}
			lines = append(lines, line)
		}
		if !confirmed && !o.DryRun {
			var list message.Lines
			for _, line := range lines {
				list = append(list, line)
			}
			return c, fmt.Errorf("%s and %s are related to each other; if they are merged,\n  %s\nto do that, repeat the command with --confirm", keep, other, list)
		}
		c.Remarks = append(lines, c.Remarks...)
		return c, nil
	}, func(data []byte) (edit.Change, error) { return edit.RemoveAllFromTranslation(data, gone...) })
}

// Remove removes records; see [edit.Remove].
func Remove(o Options, ids ...string) error {
	var gone []changer
	for _, id := range ids {
		gone = append(gone, func(data []byte) (edit.Change, error) { return edit.RemoveFromTranslation(data, id) })
	}
	return o.all(func(data []byte) (edit.Change, error) { return edit.Remove(data, ids...) }, gone...)
}

// Fix fills in what can be computed; see [edit.Fix]. named is as for
// [file.Document.ArticlePaths]. If the file or an article can't be read, it does
// nothing and returns nil, since check reports why.
func Fix(o Options, named ...string) error {
	err := o.all(func(data []byte) (edit.Change, error) {
		var articles file.Articles
		if d := file.ReadOutline(o.Network, data).Document; d != nil {
			var err error
			if articles, err = d.OpenArticles(named...); err != nil {
				return edit.Change{}, err
			}
		}
		return edit.Fix(data, articles)
	})
	if errors.Is(err, edit.ErrNotYAML) || file.AsDiagnostics(err) != nil {
		return nil
	}
	return err
}

// ErrNoNetwork is the error for options without a network's file.
var ErrNoNetwork = errors.New("name the network’s file with --network")

// changer computes a change of a file's content.
type changer func(data []byte) (edit.Change, error)

// all changes the network's file and its translations, or shows the differences. It
// writes nothing unless every change succeeds.
func (o Options) all(network changer, translations ...changer) error {
	if o.Network == "" {
		return ErrNoNetwork
	}
	first, err := o.made(o.Network, network)
	if err != nil {
		return err
	}
	files := []changed{first}
	if translations != nil {
		stem := strings.TrimSuffix(o.Network, filepath.Ext(o.Network))
		paths, err := filepath.Glob(globEscape(stem) + ".*" + filepath.Ext(o.Network))
		if err != nil {
			return err
		}
		for _, path := range paths {
			if path == review.Path(o.Network) {
				continue
			}
			f, err := o.made(path, translations...)
			if err != nil {
				return err
			}
			if f.diff != "" {
				files = append(files, f)
			}
		}
	}
	for _, f := range files {
		if err := o.write(f); err != nil {
			return err
		}
	}
	return nil
}

// globEscape returns a pattern that matches only the path.
func globEscape(path string) string {
	return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(path)
}

// changed is a file's content after a change.
type changed struct {
	path, diff string
	edits      int
	after      []byte
	remarks    []message.Message
}

// made applies the changers to a file's content in order.
func (o Options) made(path string, changers ...changer) (changed, error) {
	f := changed{path: path}
	before, err := file.ReadFile(path, maxBytes)
	if err != nil {
		return f, err
	}
	f.after = before
	for _, change := range changers {
		c, err := change(f.after)
		if err != nil {
			return f, fmt.Errorf("%s: %w", path, err)
		}
		f.remarks = append(f.remarks, c.Remarks...)
		f.edits += len(c.Edits)
		if f.after, err = edit.Apply(f.after, c.Edits); err != nil {
			return f, err
		}
	}
	f.diff = edit.Diff(path, before, f.after)
	return f, nil
}

// write writes a changed file, or shows the difference.
func (o Options) write(f changed) error {
	for _, remark := range f.remarks {
		fmt.Fprintln(o.Out, remark)
	}
	switch {
	case f.diff == "":
		fmt.Fprintf(o.Out, "%s: nothing to change\n", f.path)
		return nil
	case o.DryRun:
		_, err := io.WriteString(o.Out, f.diff)
		return err
	}
	if err := file.Write(f.path, f.after); err != nil {
		return err
	}
	if f.edits == 1 {
		fmt.Fprintf(o.Out, "%s: 1 edit\n", f.path)
	} else {
		fmt.Fprintf(o.Out, "%s: %d edits\n", f.path, f.edits)
	}
	return nil
}
