package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"proxynet/network/file/authoring"
	"proxynet/network/file/lint"
)

// Check checks a network and its quotes.
func Check(c *Call) int {
	path, articles := c.networkFlag(), c.articleFlag()
	format := c.flags.String("format", "text", "the output `format`: "+strings.Join(lint.Formats, ", "))
	strict := c.flags.Bool("strict", false, "fail on warnings too")
	reviewed := c.flags.Bool("reviewed", false, "fail unless every claim is signed, as it is, in the review.yaml beside the network's file")
	fix := c.flags.Bool("fix", false, "first fill in what can be computed: paragraphs, prefixes, the article's quotation marks, dates as EDTF; needs --network")
	dryRun := c.flags.Bool("dry-run", false, "with --fix: show what would change without changing anything")
	if status, ok := c.parse(); !ok {
		return status
	}
	if !slices.Contains(lint.Formats, *format) {
		return c.misused(fmt.Errorf("unknown format %q: write one of %s", *format, strings.Join(lint.Formats, ", ")))
	}
	if *fix {
		if err := authoring.Fix(authoring.Options{Network: *path, DryRun: *dryRun, Out: c.stderr}, *articles...); err != nil {
			return c.endChange(err)
		}
	}
	if *reviewed && *path == "" {
		return c.misused(errors.New("--reviewed is for a network of your own; name its file with --network"))
	}
	run := lint.Run
	if *reviewed {
		run = lint.RunReviewed
	}
	r, err := run(*path, *articles...)
	if err != nil {
		return c.misused(err)
	}
	if err := r.Write(c.stdout, *format); err != nil {
		return c.end(err)
	}
	if r.Count(lint.Error) > 0 || *strict && r.Count(lint.Warning) > 0 {
		return Failure
	}
	return Done
}
