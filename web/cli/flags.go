package cli

import "proxynet/network/file"

// articleFlag adds the flag for the texts of the sources.
func (c *Call) articleFlag() *[]string {
	var articles []string
	c.flags.Func("article", "the `file` with a source's text, one paragraph per line; with several sources, id=file, repeated; without it, the file named by “text” in the network's file", func(value string) error {
		articles = append(articles, value)
		return nil
	})
	return &articles
}

// networkFlag adds the flag for the author's file.
func (c *Call) networkFlag() *string {
	return c.flags.String("network", "", "the network's `file`, with or without the flag; without a file, the shipped network")
}

// output is the destination of a verb's result.
type output struct {
	path  string // "" for standard output
	force bool   // replace an existing file
}

// outFlag adds the flags for the destination of a verb's result.
func (c *Call) outFlag() *output {
	o := new(output)
	c.flags.StringVar(&o.path, "o", "", "the `file` to write; without it, standard output")
	c.flags.BoolVar(&o.force, "force", false, "overwrite an existing file")
	return o
}

func (o *output) write(c *Call, data []byte) error {
	if o.path == "" {
		_, err := c.data.Write(data)
		return err
	}
	return file.WriteNew(o.path, data, o.force)
}
