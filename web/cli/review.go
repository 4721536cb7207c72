package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"proxynet/network/file"
	"proxynet/network/file/authoring"
	"proxynet/network/file/compare"
)

// Compare lists the claims that differ between two versions of a network.
func Compare(c *Call) int {
	format := c.flags.String("format", "text", "the `format` of the list: "+strings.Join(compare.Formats, ", "))
	out := c.outFlag()
	files, status, ok := c.parseFiles("file of the earlier version", "file of the later version")
	if !ok {
		return status
	}
	if !slices.Contains(compare.Formats, *format) {
		return c.misused(fmt.Errorf("unknown format %q: write one of %s", *format, strings.Join(compare.Formats, ", ")))
	}
	before, err := file.Open(files[0])
	if err != nil {
		return c.end(err)
	}
	after, err := file.Open(files[1])
	if err != nil {
		return c.end(err)
	}
	found := compare.Networks(before.Network, after.Network)
	var b bytes.Buffer
	if *format == "json" {
		to := json.NewEncoder(&b)
		to.SetEscapeHTML(false)
		to.SetIndent("", "  ")
		err = to.Encode(found)
	} else {
		err = found.WriteText(&b)
	}
	if err != nil {
		return c.end(err)
	}
	if out.path == "" && *format == "text" {
		_, err = c.stdout.Write(b.Bytes())
		return c.end(err)
	}
	return c.end(out.write(c, b.Bytes()))
}

// Sign signs claims of a network in the review beside its file.
func Sign(c *Call) int {
	options := c.changeFlags()
	by := c.flags.String("by", "", "the `name` of who signs")
	all := c.flags.Bool("all", false, "sign every claim")
	var ids []string
	err := c.flags.Parse(c.args)
	for err == nil && c.flags.NArg() > 0 {
		ids = append(ids, c.flags.Arg(0))
		err = c.flags.Parse(c.flags.Args()[1:])
	}
	if err != nil || len(ids) == 0 && !*all {
		c.args = c.flags.Args()
		if _, status, ok := c.parseFiles("id to sign, or --all"); !ok {
			return status
		}
	}
	if *by == "" {
		return c.misused(errors.New("name who signs with --by"))
	}
	return c.endChange(authoring.Sign(options(), *by, time.Now().Format(time.DateOnly), ids...))
}
