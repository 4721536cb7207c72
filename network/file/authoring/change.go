package authoring

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/edit"
)

// maxBytes is how large an author's file may be.
const maxBytes = 64 << 20

// Options say how a file is changed.
type Options struct {
	Network string    // path of the author's file
	DryRun  bool      // show the difference only
	Out     io.Writer // for the author
}

// Rename gives a record another id.
func Rename(o Options, old, id string) error {
	return o.all(func(data []byte) (edit.Change, error) { return edit.Rename(data, old, id) },
		func(data []byte) (edit.Change, error) { return edit.RenameInTranslation(data, old, id) })
}

// Merge makes one record of two.
func Merge(o Options, keep, other string) error {
	return o.all(func(data []byte) (edit.Change, error) { return edit.Merge(data, keep, other) },
		func(data []byte) (edit.Change, error) { return edit.RemoveFromTranslation(data, other) })
}

// Remove takes records out.
func Remove(o Options, ids ...string) error {
	var gone []changer
	for _, id := range ids {
		gone = append(gone, func(data []byte) (edit.Change, error) { return edit.RemoveFromTranslation(data, id) })
	}
	return o.all(func(data []byte) (edit.Change, error) { return edit.Remove(data, ids...) }, gone...)
}

// Fix writes what can be computed from the articles; named is as for
// [file.Document.ArticlePaths]. It leaves a file or an article that can't be read
// to check, which says why.
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
	if errors.Is(err, edit.ErrNotYAML) || file.AsFaults(err) != nil {
		return nil
	}
	return err
}

// changer makes a change of a file's content.
type changer func(data []byte) (edit.Change, error)

// all makes a change in the network's file, and others in its translations, or
// shows them. Nothing is written unless every change can be made.
func (o Options) all(network changer, translations ...changer) error {
	if o.Network == "" {
		return fmt.Errorf("name the network’s file with --network")
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

// globEscape returns a path as a pattern that matches it alone.
func globEscape(path string) string {
	return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(path)
}

// changed is a file's content after a change.
type changed struct {
	path, diff, count string
	after             []byte
	remarks           []string
}

// made makes changes of a file's content, one after the other.
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
		f.remarks, f.count = append(f.remarks, c.Remarks...), c.Describe()
		if f.after, err = edit.Apply(f.after, c.Edits); err != nil {
			return f, err
		}
	}
	f.diff = edit.DiffOf(path, before, f.after)
	return f, nil
}

// write writes a changed file, or shows the difference.
func (o Options) write(f changed) error {
	for _, remark := range f.remarks {
		fmt.Fprintln(o.Out, remark)
	}
	switch {
	case f.diff == "":
		fmt.Fprintf(o.Out, "%s: there is nothing to change\n", f.path)
		return nil
	case o.DryRun:
		_, err := io.WriteString(o.Out, f.diff)
		return err
	}
	if err := file.Write(f.path, f.after); err != nil {
		return err
	}
	fmt.Fprintf(o.Out, "%s: %s\n", f.path, f.count)
	return nil
}
