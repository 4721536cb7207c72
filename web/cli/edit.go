package cli

import (
	"context"
	"errors"

	"proxynet/web/live"
)

// Edit serves the editor with a network in it.
func Edit(c *Call) int {
	articles := c.articleFlag()
	addr := c.flags.String("addr", "127.0.0.1:8081", "the `address` to listen on, of this machine only; port 0 is any free one")
	noOpen := c.flags.Bool("no-open", false, "don't open the browser; without it, the browser opens if the output is a terminal")
	files, status, ok := c.parseFiles("file of the network, such as network.yaml")
	if !ok {
		return status
	}
	o := live.EditOptions{Network: files[0], Articles: *articles, Address: *addr, Log: c.stdout, Warn: warner(c.stdout)}
	if c.terminal && !*noOpen {
		o.Open = openBrowser
	}
	err := untilInterrupted(func(ctx context.Context) error { return live.Edit(ctx, o) })
	if errors.Is(err, errInterrupted) || errors.Is(err, context.Canceled) {
		err = nil // which is how it ends
	}
	return c.end(err)
}
