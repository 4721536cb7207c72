package authoring

import (
	"errors"
	"fmt"
	"io"

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
	return o.change(func(data []byte) (edit.Change, error) { return edit.Rename(data, old, id) })
}

// Merge makes one record of two.
func Merge(o Options, keep, other string) error {
	return o.change(func(data []byte) (edit.Change, error) { return edit.Merge(data, keep, other) })
}

// Remove takes records out.
func Remove(o Options, ids ...string) error {
	return o.change(func(data []byte) (edit.Change, error) { return edit.Remove(data, ids...) })
}

// Fix writes what can be computed from the articles; named is as for
// [file.Document.ArticlePaths]. It leaves a file or an article that can't be read
// to check, which says why.
func Fix(o Options, named ...string) error {
	err := o.change(func(data []byte) (edit.Change, error) {
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

// change makes a change in the file, or shows it.
func (o Options) change(make func(data []byte) (edit.Change, error)) error {
	if o.Network == "" {
		return fmt.Errorf("name the network’s file with --network")
	}
	data, err := file.ReadFile(o.Network, maxBytes)
	if err != nil {
		return err
	}
	c, err := make(data)
	if err != nil {
		return fmt.Errorf("%s: %w", o.Network, err)
	}
	for _, remark := range c.Remarks {
		fmt.Fprintln(o.Out, remark)
	}
	diff, err := edit.Diff(o.Network, data, c.Edits)
	if err != nil {
		return err
	}
	if diff == "" {
		fmt.Fprintf(o.Out, "%s: there is nothing to change\n", o.Network)
		return nil
	}
	if o.DryRun {
		_, err := io.WriteString(o.Out, diff)
		return err
	}
	after, err := edit.Apply(data, c.Edits)
	if err != nil {
		return err
	}
	if err := file.Write(o.Network, after); err != nil {
		return err
	}
	fmt.Fprintf(o.Out, "%s: %s\n", o.Network, c.Describe())
	return nil
}
