package cli

import (
	"errors"
	"fmt"

	"proxynet/network/file"
)

// Quote prints a passage for each place of an article with the given words.
func Quote(c *Call) int {
	article := c.flags.String("article", "", "the `file` with the article's text, a paragraph a line")
	words, status, ok := c.parseFiles("words, in single quotation marks")
	if !ok {
		return status
	}
	if *article == "" {
		return c.misused(errors.New("name the article’s text with --article"))
	}
	passages, err := file.Quote(*article, words[0])
	fmt.Fprint(c.stdout, passages)
	return c.end(err)
}

// Schema writes the JSON Schema of the author's file.
func Schema(c *Call) int {
	translation := c.flags.Bool("translation", false, "print the schema of a translation's file instead")
	out := c.outFlag()
	if status, ok := c.parse(); !ok {
		return status
	}
	if *translation {
		return c.end(out.write(c, file.TranslationSchema))
	}
	return c.end(out.write(c, file.Schema))
}
