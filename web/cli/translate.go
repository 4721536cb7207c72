package cli

import (
	"errors"
	"fmt"

	"proxynet/network/file"
)

// Translate adds the texts that are still to be translated to a translation's file.
func Translate(c *Call) int {
	path := c.flags.String("network", "", "the network's `file`")
	lang := c.flags.String("lang", "", "the `language` to translate it into, a BCP 47 tag such as fa")
	if status, ok := c.parse(); !ok {
		return status
	}
	switch {
	case *path == "":
		return c.misused(errors.New("name the network’s file with --network"))
	case *lang == "":
		return c.misused(errors.New("name the language to translate it into with --lang"))
	}
	name, data, added, err := file.Translate(*path, *lang)
	if err != nil {
		return c.end(err)
	}
	if added == 0 {
		fmt.Fprintf(c.stdout, "%s: nothing is missing\n", name)
		return Done
	}
	if err := file.Write(name, data); err != nil {
		return c.end(err)
	}
	fmt.Fprintf(c.stdout, "%s: %d texts to translate\n", name, added)
	return Done
}
