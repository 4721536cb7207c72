package publish

import (
	"context"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/web/site"
	"proxynet/web/site/programs"
)

// Builder is [site.Builder] with the compressed copies of its programs.
type Builder struct {
	*site.Builder
	set programs.Set
}

// Prepare returns a builder with this command’s programs, or of those that it compiles
// from the checkout that it runs in. It passes warnings to warn, which may be nil.
func Prepare(ctx context.Context, warn func(message string)) (*Builder, error) {
	if warn == nil {
		warn = func(string) {}
	}
	set, err := getPrograms(ctx, warn)
	if err != nil {
		return nil, err
	}
	builder, err := site.New(set.Programs, pixels{})
	if err != nil {
		return nil, err
	}
	return &Builder{builder, set}, nil
}

// getPrograms is [programs.Get] with the scripts of a site.
func getPrograms(ctx context.Context, warn func(message string)) (programs.Set, error) {
	set, err := programs.Get(ctx, warn)
	if err == nil {
		set.Scripts, err = Scripts(set.Exec)
	}
	return set, err
}

// SingleOptions are the options of a page that is one file.
type SingleOptions struct {
	Network *network.Network
	Lang    string // of the page; "" is the network's own
	Out     string // the file to write
	Force   bool   // replace an existing file
	Warn    func(message string)
}

// Single writes the page of a network as one HTML file that holds all it needs
// and opens from a disk, and returns its length in bytes.
func Single(ctx context.Context, o SingleOptions) (int, error) {
	if !o.Force { // fail before the work, not after
		if err := file.Absent(o.Out); err != nil {
			return 0, err
		}
	}
	builder, drawings, err := prepareAndCompose(ctx, site.Options{Networks: []*network.Network{o.Network}, Warn: o.Warn})
	if err != nil {
		return 0, err
	}
	sources, err := site.Sources(builder.set.Exec)
	if err != nil {
		return 0, err
	}
	page, err := builder.Single(drawings[0], o.Lang, func(entry string) (string, error) { return SingleScript(sources, entry) })
	if err != nil {
		return 0, err
	}
	return len(page), file.WriteNew(o.Out, page, o.Force)
}
