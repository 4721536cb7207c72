package compare

import (
	"fmt"
	"io"
	"strings"
)

// Formats lists how a comparison can be written.
var Formats = []string{"text", "json"}

// WriteText writes the comparison for people: a line for each claim, with “+”, “~” or
// “-” before it, and below it what changed.
func (c *Comparison) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, o := range c.Added {
		fmt.Fprintf(&b, "+ %s %s: %s\n", o.Sort, o.ID, o.Sentence)
		for _, q := range o.Quotes {
			fmt.Fprintf(&b, "    %s\n", q)
		}
	}
	for _, o := range c.Changed {
		fmt.Fprintf(&b, "~ %s %s: %s\n", o.Sort, o.ID, o.Sentence)
		for _, f := range o.Fields {
			switch {
			case f.Before == "":
				fmt.Fprintf(&b, "    %s added: %s\n", f.Name, f.After)
			case f.After == "":
				fmt.Fprintf(&b, "    %s removed: %s\n", f.Name, f.Before)
			default:
				fmt.Fprintf(&b, "    %s before: %s\n    %[1]s after:  %[3]s\n", f.Name, f.Before, f.After)
			}
		}
	}
	for _, o := range c.Removed {
		fmt.Fprintf(&b, "- %s %s: %s\n", o.Sort, o.ID, o.Sentence)
	}
	for _, o := range c.Renamed {
		fmt.Fprintf(&b, "= %s %s: its id is now %s\n", o.Sort, o.Before, o.After)
	}
	if c.IsEmpty() {
		b.WriteString("both claim the same\n")
	} else {
		fmt.Fprintf(&b, "%d added, %d changed, %d removed\n", len(c.Added), len(c.Changed), len(c.Removed))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
