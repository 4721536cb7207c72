package live

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/lint"
	"proxynet/network/message"
	"proxynet/web/language"
	"proxynet/web/server"
	"proxynet/web/site/publish"
)

// Options are the options of [Serve].
type Options struct {
	Network  string   // path of its file
	Articles []string // texts of its sources, as check takes them
	Address  string   // to listen on
	EmbedIn  []string // origins of pages that may embed the network, besides its own
	Log      io.Writer
	Warn     func(message string) // see [publish.Prepare]
}

// Serve shows the network until ctx is done. Whenever a file is saved, it reports the
// findings of check to its log and to all open pages.
func Serve(ctx context.Context, o Options) error {
	listener, err := server.Listen(o.Address) // before the slow work
	if err != nil {
		return err
	}
	defer listener.Close()
	builder, err := publish.Prepare(ctx, o.Warn)
	if err != nil {
		return err
	}
	s := &show{options: o, builder: builder, hub: newHub(), paths: []string{o.Network}}
	if err := s.look(); err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/live/events", s.hub.events)
	mux.HandleFunc("/live/latest", s.hub.current)
	mux.Handle("/", &s.page)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		<-ctx.Done()
		s.hub.close() // pages that wait for events would keep the server running
	}()
	watched := make(chan error, 1)
	go func() {
		watched <- s.follow(ctx)
		stop()
	}()
	err = server.Serve(ctx, listener, server.Private(mux, o.EmbedIn...), func(url string) {
		fmt.Fprintf(o.Log, "Open %s in a browser: it follows every save of %s. Ctrl-C ends it.\n", url, strings.Join(s.paths, ", "))
	})
	stop()
	if diagnostic := <-watched; err == nil {
		err = diagnostic
	}
	return err
}

// show is a network that is being shown.
type show struct {
	options Options
	builder *publish.Builder
	hub     *hub
	page    current
	paths   []string // of the files that are watched
	watch   watch
	seen    map[string]stamp
	version string // of the network that is on show, "" for none
}

// follow looks at the files whenever one was saved.
func (s *show) follow(ctx context.Context) error {
	for s.watch.await(ctx, s.seen, s.paths) {
		if err := s.look(); err != nil {
			return err
		}
	}
	return nil
}

// look checks the files, shows the network if it has no errors, and reports the
// findings.
func (s *show) look() error {
	s.seen = s.watch.stamps(s.paths) // before they are read, so that no change is missed
	result, err := lint.Run(s.options.Network, s.options.Articles...)
	if err != nil {
		return err
	}
	if result.Document != nil {
		s.paths = s.watched(result.Document)
		for path, now := range s.watch.stamps(s.paths) {
			if _, known := s.seen[path]; !known {
				s.seen[path] = now
			}
		}
		maps.DeleteFunc(s.seen, func(path string, _ stamp) bool { return !slices.Contains(s.paths, path) })
	}
	findings := result.Findings
	if result.Showable() {
		files, version, err := s.builder.Live(result.Document.Network, s.options.EmbedIn...)
		if err == nil {
			err = s.page.set(files)
		}
		if err != nil { // such as a layout that fails
			findings = append(slices.Clone(findings), lint.Finding{Diagnostic: file.Diagnostic{File: s.options.Network, Rule: file.RuleFile, Problem: message.New("%w", err), Fix: message.New("change what was changed last")}, Level: lint.Error})
		} else {
			s.version = version
		}
	}
	if s.version == "" {
		files, err := s.builder.Waiting()
		if err != nil {
			return err
		}
		if err := s.page.set(files); err != nil {
			return err
		}
	}
	n := newEvent(s.version, findings)
	s.hub.broadcast(n.encode())
	fmt.Fprintln(s.options.Log, n.Summary)
	for _, f := range findings {
		fmt.Fprintln(s.options.Log, f.Text())
		if f.Diff != nil {
			fmt.Fprintln(s.options.Log, "    "+file.ShowDiff(f.Diff))
		}
	}
	return nil
}

// watched returns the files that a document is made of, its own first.
func (s *show) watched(d *file.Document) []string {
	paths := []string{s.options.Network}
	texts, err := d.ArticlePaths(s.options.Articles...)
	if err != nil { // lint.Run reports unknown sources
		return paths
	}
	for _, path := range texts {
		paths = append(paths, path)
	}
	paths = append(paths, d.TranslationPaths()...)
	for _, tag := range language.Tags() { // those that may be written later
		if path := file.TranslationPath(s.options.Network, tag); !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths[1:])
	return paths
}
