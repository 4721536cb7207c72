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
	files, status, ok := c.parseFiles("file of the network, such as network.yaml")
	if !ok {
		return status
	}
	err := untilInterrupted(func(ctx context.Context) error {
		return live.Edit(ctx, live.EditOptions{Network: files[0], Articles: *articles, Address: *addr, Log: c.stdout, Warn: warner(c.stdout)})
	})
	if errors.Is(err, errInterrupted) || errors.Is(err, context.Canceled) {
		err = nil // which is how it ends
	}
	return c.end(err)
}
