package publish

import (
	"context"

	"proxynet/network/file"
	"proxynet/web/site"
	"proxynet/web/site/programs"
)

// PrepareDesk returns the editor with this command's programs, or with those that it
// compiles from the checkout that it runs in. It passes warnings to warn, which may
// be nil.
func PrepareDesk(ctx context.Context, warn func(message string)) (*Desk, error) {
	if warn == nil {
		warn = func(string) {}
	}
	set, err := getPrograms(ctx, warn)
	if err != nil {
		return nil, err
	}
	sources, err := site.Sources(set.Exec)
	if err != nil {
		return nil, err
	}
	app, err := SingleScript(sources, "page/app.js")
	if err != nil {
		return nil, err
	}
	desk, err := site.NewDesk(set.Programs, app)
	if err != nil {
		return nil, err
	}
	return &Desk{desk, set}, nil
}

// Desk is [site.Desk] with the compressed copies of its programs.
type Desk struct {
	*site.Desk
	set programs.Set
}

// DeskOptions say where to write the editor.
type DeskOptions struct {
	Out         string // a file, or a folder
	Force       bool
	Precompress bool // add compressed copies to a folder, which takes a minute
	Warn        func(message string)
}

// DeskFile writes the editor as one HTML file that opens from a disk, and returns its
// length in bytes.
func DeskFile(ctx context.Context, o DeskOptions) (int, error) {
	if !o.Force { // fail before the work, not after
		if err := file.Absent(o.Out); err != nil {
			return 0, err
		}
	}
	d, err := PrepareDesk(ctx, o.Warn)
	if err != nil {
		return 0, err
	}
	page, err := d.Single(func(entry string) (string, error) { return SingleScript(d.Sources(), entry) })
	if err != nil {
		return 0, err
	}
	return len(page), file.WriteNew(o.Out, page, o.Force)
}

// DeskSite writes the editor as a site for any static host.
func DeskSite(ctx context.Context, o DeskOptions) (files map[string][]byte, err error) {
	return writeSite(o.Out, o.Force, o.Warn, func() (map[string][]byte, error) {
		d, err := PrepareDesk(ctx, o.Warn)
		if err != nil {
			return nil, err
		}
		files, err := d.Files("")
		if err == nil && o.Precompress {
			err = precompress(ctx, files, d.set.Brotli, 0)
		}
		return files, err
	})
}
