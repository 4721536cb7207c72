package site

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"sync"
	"sync/atomic"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/web"
)

// Options are the options of a build.
type Options struct {
	Networks []*network.Network // one, or a collection
	Title    string             // of the collection; a single network has its own
	Address  string             // of the site, such as "https://example.org/network/"; "" omits everything that needs it
	Demo     bool               // add the article pages that embed the shipped network
	Draft    bool               // arrange small networks with fewer attempts, and leave the layout of large ones to the reader's browser

	Warn func(message string) // called with warnings; may be nil

	// Keep returns what makes a drawing of a network, or such a drawing that was made
	// before; nil makes each. It is called by several goroutines.
	Keep func(n *network.Network, compose func() (*scene.LaidOutNetwork, error)) (*scene.LaidOutNetwork, error)
}

// Compose lays out every network.
func Compose(o Options) ([]*scene.LaidOutNetwork, error) {
	if _, err := o.address(); err != nil {
		return nil, err
	}
	if len(o.Networks) == 0 {
		return nil, errors.New("there is no network to build; name one with --network")
	}
	lay := func(n *network.Network) (*scene.LaidOutNetwork, error) {
		whole := func() (*scene.LaidOutNetwork, error) { return compose.Compose(n, web.PictureLanguages()...) }
		switch {
		case o.Draft:
			return compose.Draft(n, web.PictureLanguages()...)
		case o.Keep != nil:
			return o.Keep(n, whole)
		}
		return whole()
	}
	drawings := make([]*scene.LaidOutNetwork, len(o.Networks))
	err := each(len(drawings), func(i int) (err error) {
		drawings[i], err = lay(o.Networks[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	return drawings, nil
}

// each calls work with 0 to n-1, on all cores, and returns the error of the lowest number.
func each(n int, work func(i int) error) error {
	errs := make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for i := int(next.Add(1) - 1); i < n && !failed.Load(); i = int(next.Add(1) - 1) {
				if errs[i] = work(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	workers.Wait()
	return cmp.Or(errs...)
}

// address returns the address of the site, "" if it is unknown.
func (o Options) address() (string, error) {
	if o.Address == "" {
		return "", nil
	}
	return file.SiteAddress(o.Address)
}

// Files returns every file of the site of the drawings, which [Compose] made with
// the same options, by its path.
func (b *Builder) Files(drawings []*scene.LaidOutNetwork, o Options) (map[string][]byte, error) {
	address, err := o.address()
	if err != nil {
		return nil, err
	}
	o.Address = address
	files := maps.Clone(b.files)
	if len(drawings) == 1 && o.Title == "" {
		own, err := b.network(drawings[0], place{address: o.Address})
		if err != nil {
			return nil, err
		}
		maps.Copy(files, own)
	} else if err := b.collection(files, drawings, o); err != nil {
		return nil, err
	}
	files["_headers"] = headerFile(files)
	for _, d := range drawings {
		for _, text := range []string{withheld(d.Network), unshown(d.Network)} {
			if text != "" && o.Warn != nil {
				o.Warn(text)
			}
		}
	}
	if o.Demo {
		if err := addDemo(files); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// place is the location of a network's own files.
type place struct {
	up      string // the path from there to the root of the site: "" or "../"
	address string // "" if it is unknown
	live    string // root of the site if the page reloads when the network changes; otherwise ""

	version, embedders string // see web.Page
}

// network returns the files of one network by their paths from its place.
func (b *Builder) network(d *scene.LaidOutNetwork, at place) (files map[string][]byte, err error) {
	files = map[string][]byte{}
	page := web.Page{
		Drawing: d,
		Address: at.address,
		Assets:  at.up + b.assets,
		Viewer:  at.up + b.viewer,
		Bytes:   int64(len(b.files[b.viewer])),
		Notices: at.up + noticesName,
		Live:    at.live,

		Version:   at.version,
		Embedders: at.embedders,
	}
	passages, err := passagesFile(d.Network)
	if err != nil {
		return nil, fmt.Errorf("network %q: %w", d.ID, err)
	}
	page.Passages = hashedName("passages", passages, "json")
	files[page.Passages] = passages
	if d.Draft {
		page.Layout = hashedName("layout", b.layout, "wasm")
		files[page.Layout] = b.layout
	}
	parts, err := web.Parts(page)
	if err != nil {
		return nil, err
	}
	maps.Copy(files, parts)
	// Pictures in pixels take as long as the pages.
	var embed map[string][]byte
	var embedErr error
	var embeds sync.WaitGroup
	embeds.Go(func() { embed, embedErr = b.embedFiles(d, page) })
	err = b.addPages(files, page, parts)
	embeds.Wait()
	if err := cmp.Or(err, embedErr); err != nil {
		return nil, err
	}
	maps.Copy(files, embed)
	return files, nil
}
