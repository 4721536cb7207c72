package site

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/web"
)

// Options say what to build and where.
type Options struct {
	Networks []*network.Network // one, or a collection
	Title    string             // of the collection; a single network has its own
	Out      string             // the folder to write
	Force    bool               // replace a site that is there already
	Address  string             // where it will stand, such as "https://example.org/network/"; "" leaves out what must say so
	Demo     bool               // with the article pages that embed the shipped network
	Draft    bool               // large networks are laid out in the reader\'s browser, so that building is quick
	Publish  bool               // with compressed twins, which takes its time

	Warn func(message string) // told what is not as good as it could be; nil leaves it out
}

// Build writes the site of a network, or of a collection: an index page, and a
// folder for each network, named by its id. The same networks and the same
// program give the same bytes. Files in the folder that no build wrote, or that
// were changed since, stay and are passed to o.Warn. When Build fails, the site that
// was at o.Out is still there.
func Build(ctx context.Context, o Options) (err error) {
	s, err := openStage(o.Out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if _, err := replaceable(s.out, o.Force); err != nil {
		return err
	}
	files, err := Files(ctx, o)
	if err != nil {
		return err
	}
	others, err := s.write(files, o.Force)
	if err == nil && len(others) > 0 && o.Warn != nil {
		o.Warn(fmt.Sprintf("%s: kept what proxynet did not write: %s", o.Out, listed(others)))
	}
	return err
}

// Files returns every file that [Build] writes, but its manifest, by its path.
func Files(ctx context.Context, o Options) (map[string][]byte, error) {
	if o.Address != "" {
		address, err := file.SiteAddress(o.Address)
		if err != nil {
			return nil, err
		}
		o.Address = address
	}
	drawings, err := composeAll(o.Networks, o.Draft)
	if err != nil {
		return nil, err
	}
	kit, err := Prepare(ctx, o.Warn)
	if err != nil {
		return nil, err
	}
	files, err := kit.assemble(drawings, o)
	if err != nil {
		return nil, err
	}
	for _, d := range drawings {
		for _, text := range []string{unset(d), withheld(d.Network), unshown(d.Network)} {
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
	if o.Publish {
		if err := addTwins(ctx, files); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// composeAll lays out every network.
func composeAll(networks []*network.Network, draft bool) ([]*scene.Drawing, error) {
	if len(networks) == 0 {
		return nil, errors.New("there is no network to build; name one with --network")
	}
	drawings := make([]*scene.Drawing, len(networks))
	for i, n := range networks {
		lay := compose.Compose
		if draft {
			lay = compose.Draft
		}
		d, err := lay(n, web.PictureLanguages()...)
		if err != nil {
			return nil, err
		}
		drawings[i] = d
	}
	return drawings, nil
}

// assemble returns every file of the site by its path.
func (k *Kit) assemble(drawings []*scene.Drawing, o Options) (map[string][]byte, error) {
	files := maps.Clone(k.files)
	if len(drawings) == 1 && o.Title == "" {
		own, err := k.network(drawings[0], place{address: o.Address})
		if err != nil {
			return nil, err
		}
		maps.Copy(files, own)
	} else if err := k.collection(files, drawings, o); err != nil {
		return nil, err
	}
	files["_headers"] = headerFile(files)
	return files, nil
}

// place is where a network's own files stand.
type place struct {
	up      string // the way from there to the root of the site: "" or "../"
	address string // "" where it isn't known
	live    string // root of the site where the page reloads as the network changes; else ""

	version, embedders string // see web.Page
}

// network returns the files of one network by their paths from its place.
func (k *Kit) network(d *scene.Drawing, at place) (files map[string][]byte, err error) {
	files = map[string][]byte{}
	page := web.Page{
		Drawing: d,
		Address: at.address,
		Assets:  at.up + k.assets,
		Viewer:  at.up + k.viewer,
		Bytes:   int64(len(k.files[k.viewer])),
		Notices: at.up + noticesName,
		Live:    at.live,

		Version:   at.version,
		Embedders: at.embedders,

		Questions: at.up + k.questions,
	}
	passages, err := passagesFile(d.Network)
	if err != nil {
		return nil, fmt.Errorf("network %q: %w", d.ID, err)
	}
	page.Passages = hashedName("passages", passages, "json")
	files[page.Passages] = passages
	if d.Draft {
		page.Layout = hashedName("layout", k.layout, "wasm")
		files[page.Layout] = k.layout
	}
	parts, err := web.Parts(page)
	if err != nil {
		return nil, err
	}
	maps.Copy(files, parts)
	if err := addPages(files, page, parts); err != nil {
		return nil, err
	}
	embed, err := embedFiles(d, page, k, at.address)
	maps.Copy(files, embed)
	return files, err
}
