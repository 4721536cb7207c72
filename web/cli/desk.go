package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"proxynet/web/site/publish"
)

// Desk writes the editor.
func Desk(c *Call) int {
	out := c.flags.String("o", "", "the HTML `file` to write, or a folder for a static host")
	force := c.flags.Bool("force", false, "replace the file, or the site that is in that folder")
	precompress := c.flags.Bool("precompress", true, "write compressed copies (.br, .gz) into the folder, which many hosts serve; disable with --precompress=false")
	if status, ok := c.parse(); !ok {
		return status
	}
	if *out == "" {
		return c.misused(errors.New("name the file or folder to write with -o, such as -o desk.html"))
	}
	o := publish.DeskOptions{Out: *out, Force: *force, Precompress: *precompress, Warn: warner(c.stderr)}
	return c.end(untilInterrupted(func(ctx context.Context) error {
		if ext := strings.ToLower(filepath.Ext(*out)); ext != ".html" && ext != ".htm" {
			_, err := publish.DeskSite(ctx, o)
			if err == nil {
				fmt.Fprintf(c.stdout, "%s: the desk; any static host can serve it\n", *out)
			}
			return err
		}
		size, err := publish.DeskFile(ctx, o)
		if err == nil {
			fmt.Fprintf(c.stdout, "%s: the desk in one file of %.1f MB; it opens from a disk\n", *out, float64(size)/1e6)
		}
		return err
	}))
}
