package cli

import "proxynet/network/file"

// articleFlag adds the flag that names the sources' texts.
func (c *Call) articleFlag() *[]string {
	var articles []string
	c.flags.Func("article", "the `file` with a source's text, a paragraph a line; for one of several sources, id=file, once for each; without it, what the network's file names as “text”", func(value string) error {
		articles = append(articles, value)
		return nil
	})
	return &articles
}

// networkFlag adds the flag that names the author's file.
func (c *Call) networkFlag() *string {
	return c.flags.String("network", "", "the network's `file`; without it, the shipped network")
}

// output is where a verb writes its result.
type output struct {
	path  string // of the file; "": standard output
	force bool   // replace an existing file
}

// outFlag adds the flags that say where to write a verb's result.
func (c *Call) outFlag() *output {
	o := new(output)
	c.flags.StringVar(&o.path, "o", "", "the `file` to write; without it, standard output")
	c.flags.BoolVar(&o.force, "force", false, "replace the file if it is there")
	return o
}

func (o *output) write(c *Call, data []byte) error {
	if o.path == "" {
		_, err := c.data.Write(data)
		return err
	}
	return file.WriteNew(o.path, data, o.force)
}
