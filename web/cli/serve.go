package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/web/live"
	"proxynet/web/server"
	"proxynet/web/site"
	"proxynet/web/site/publish"
)

// Serve shows a network in the browser.
func Serve(c *Call) int {
	path, articles := c.networkFlag(), c.articleFlag()
	addr := c.flags.String("addr", "127.0.0.1:8080", "the `address` to listen on; port 0 picks a free port")
	dir := c.flags.String("site", "", "serve this `folder`, which build wrote, instead of building")
	var embedders []string
	c.flags.Func("embed-in", "with --network: an `origin` whose pages may embed the network, such as http://localhost:3000; may be repeated. Pages of other origins can't read it", func(origin string) error {
		embedders = append(embedders, origin)
		return server.CheckOrigin(origin)
	})
	if status, ok := c.parse(); !ok {
		return status
	}
	if *path == "" && len(*articles) > 0 {
		return c.misused(errors.New("--article is for a network of your own; name its file with --network"))
	}
	if *path == "" && len(embedders) > 0 {
		return c.misused(errors.New("--embed-in is for a network of your own; the shipped one and a built site may be embedded anywhere"))
	}
	if *path != "" && *dir != "" {
		return c.misused(errors.New("--site is a built site; it can’t be combined with --network"))
	}
	err := untilInterrupted(func(ctx context.Context) error {
		if *path == "" {
			return serveSite(ctx, *dir, *addr, c.stdout)
		}
		makeRoom(*path)
		return live.Serve(ctx, live.Options{Network: *path, Articles: *articles, Address: *addr, EmbedIn: embedders, Log: c.stdout, Warn: warner(c.stdout)})
	})
	if errors.Is(err, errInterrupted) || errors.Is(err, context.Canceled) {
		err = nil // the usual end
	}
	return c.end(err)
}

// serveSite serves the site at dir. If dir is "", it builds the site of the shipped
// network in memory.
func serveSite(ctx context.Context, dir, addr string, stdout io.Writer) error {
	listener, err := server.Listen(addr) // fail before building
	if err != nil {
		return err
	}
	defer listener.Close()
	h, err := siteHandler(ctx, dir, stdout)
	if err != nil {
		return err
	}
	return server.Serve(ctx, listener, h, func(url string) {
		fmt.Fprintf(stdout, "Open %s in a browser. Press Ctrl-C to stop.\n", url)
	})
}

func siteHandler(ctx context.Context, dir string, stdout io.Writer) (http.Handler, error) {
	if dir != "" {
		return server.New(os.DirFS(dir))
	}
	n, err := file.Shipped()
	if err != nil {
		return nil, err
	}
	files, err := publish.Files(ctx, publish.Options{Options: site.Options{Networks: []*network.Network{n}, Demo: true, Warn: warner(stdout)}})
	if err != nil {
		return nil, err
	}
	return server.Of(files)
}

// warner returns a function that prints a message to w.
func warner(w io.Writer) func(string) { return func(message string) { fmt.Fprintln(w, message) } }
