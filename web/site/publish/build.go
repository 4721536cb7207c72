package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"

	"proxynet/network/file"
	"proxynet/viz/scene"
	"proxynet/web/site"
)

// Options are the options of [Build].
type Options struct {
	site.Options
	Out         string // the folder to write
	Force       bool   // replace an earlier build's site
	Precompress bool   // add compressed copies, which takes time
}

// Build writes the site of a network, or of a collection: an index page, and a
// folder for each network, named by its id. The same networks and the same
// programs give the same bytes. Files in the folder that no build wrote, or that
// were changed since, stay and are passed to o.Warn. If Build fails, an earlier
// site at o.Out is unchanged. It returns the files that it wrote, by their paths.
func Build(ctx context.Context, o Options) (files map[string][]byte, err error) {
	return writeSite(o.Out, o.Force, o.Warn, func() (map[string][]byte, error) { return Files(ctx, o) })
}

// writeSite writes the files that make returns into the folder out, as [Build] does.
func writeSite(out string, force bool, warn func(string), make func() (map[string][]byte, error)) (files map[string][]byte, err error) {
	s, err := openStage(out)
	if err != nil {
		return nil, file.Unwritable(out, err)
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if _, err := replaceable(s.out, force); err != nil {
		return nil, err
	}
	if files, err = make(); err != nil {
		return nil, err
	}
	others, err := s.write(files, force)
	err = file.Unwritable(out, err)
	if err == nil && len(others) > 0 && warn != nil {
		warn(fmt.Sprintf("%s: kept what proxynet did not write: %s", out, listed(others)))
	}
	return files, err
}

// Files returns every file that [Build] writes, but its manifest, by its path.
func Files(ctx context.Context, o Options) (map[string][]byte, error) {
	builder, drawings, err := prepareAndCompose(ctx, o.Options)
	if err != nil {
		return nil, err
	}
	files, err := builder.Files(drawings, o.Options)
	if err != nil {
		return nil, err
	}
	for _, d := range drawings {
		if text := unset(d); text != "" && o.Warn != nil {
			o.Warn(text)
		}
	}
	if o.Precompress {
		if err := precompress(ctx, files, builder.set.Brotli, len(drawings)); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// prepareAndCompose returns a builder, see [Prepare], and the drawings of networks. It
// makes both at once, since both take seconds.
func prepareAndCompose(ctx context.Context, o site.Options) (*Builder, []*scene.LaidOutNetwork, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var builder *Builder
	var prepareErr error
	var preparing sync.WaitGroup
	preparing.Go(func() { builder, prepareErr = Prepare(ctx, o.Warn) })
	if kept := userLayouts(); kept != nil {
		o.Keep = kept.keep
		defer kept.prune()
	}
	drawings, err := site.Compose(o)
	if err != nil {
		cancel() // a compilation that is no longer needed
	}
	preparing.Wait()
	return builder, drawings, cmp.Or(err, prepareErr)
}
